"""The report's charts, each with the message its figures give."""

from reporting.drawings.children import ages, districts, placements
from reporting.drawings.months import timeliness
from reporting.drawings.taking_part import participation
from reporting.drawings.team import caseloads

__all__ = [
    "ages",
    "caseloads",
    "districts",
    "participation",
    "placements",
    "timeliness",
]
