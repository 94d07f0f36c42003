"""Reviews held, and held in timescale."""

from reporting.figures.timeliness.definitions import DEFINITIONS
from reporting.figures.timeliness.years import timeliness

__all__ = [
    "DEFINITIONS",
    "timeliness",
]
