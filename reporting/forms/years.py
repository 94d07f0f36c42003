"""The years a council may have published figures of."""

from datetime import date

from reporting.figures import ReportingYear
from reporting.figures.year import PUBLISHED

YEARS_BACK = 6


def years_before(records_from: date) -> list[ReportingYear]:
    """The years a council may have published figures of, the latest first."""
    latest = ReportingYear.of(records_from)
    if latest.basis(records_from) != PUBLISHED:
        latest = latest.before(1)
    return [latest.before(n) for n in range(YEARS_BACK)]
