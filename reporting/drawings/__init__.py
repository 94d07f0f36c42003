"""The report's charts, each with the message its figures give."""

from reporting.drawings.children import ages, districts, placements, totals
from reporting.drawings.disputes import concerns_by_month, concerns_by_theme
from reporting.drawings.months import timeliness
from reporting.drawings.taking_part import participation
from reporting.drawings.team import caseloads
from reporting.drawings.written import written_in_time

__all__ = [
    "ages",
    "caseloads",
    "concerns_by_month",
    "concerns_by_theme",
    "districts",
    "participation",
    "placements",
    "timeliness",
    "totals",
    "written_in_time",
]
