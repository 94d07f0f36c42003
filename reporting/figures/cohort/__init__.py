"""The children looked after on a day, and those who came and left in the year."""

from reporting.figures.cohort.counting import cohort
from reporting.figures.cohort.definitions import DEFINITIONS
from reporting.figures.cohort.districts import NO_DISTRICT

__all__ = [
    "DEFINITIONS",
    "NO_DISTRICT",
    "cohort",
]
