"""What every import shares: how its rows are counted and told of."""

from cohort.importing.outcome import Counts, Outcome, Reject

__all__ = ["Counts", "Outcome", "Reject"]
