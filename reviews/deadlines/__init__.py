"""Due days as pages show them: the distance in the unit that counts, and why it is that day."""

from reviews.deadlines.as_at import Deadlines, deadlines_as_at
from reviews.deadlines.between import of_answer, of_midway, of_objection, of_sheet
from reviews.deadlines.shown import Shown, hours_left

__all__ = [
    "Deadlines",
    "Shown",
    "deadlines_as_at",
    "hours_left",
    "of_answer",
    "of_midway",
    "of_objection",
    "of_sheet",
]
