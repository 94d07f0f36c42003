"""What an IRO who leaves still holds, so that nothing of it is left without an IRO."""

from reviews.leaving.held import ALSO, Leaving, Owed, leaving

__all__ = ["ALSO", "Leaving", "Owed", "leaving"]
