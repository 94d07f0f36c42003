"""Reviews held and in timescale, month by month over three years."""

from datetime import date

from cohort.models import Council
from reporting.figures.timeliness.detail import detail, no_detail
from reporting.figures.timeliness.months import published_months, recorded_months
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import share_in_timescale

# What is counted of each month and year, in the order months.py gives it.
COUNTED = ("reviews", "in_timescale", "due_day_not_known")


def timeliness(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Reviews held and in timescale, by month and over three years.

    Unit: reviews. Source: DEFINITIONS. Counts of months not begun by `on`, and of years
    neither recorded nor published, are None.
    """
    counts = {RECORDS: recorded_months(year, on), "published": published_months(year)}
    years = [_year(one, one.basis(council.records_from), counts, on) for one in year.three()]
    return {
        "by_month": years[-1]["by_month"],
        "by_year": years,
        **(detail(year, on) if years[-1]["basis"] == RECORDS else no_detail()),
    }


def _year(year: ReportingYear, basis: str, counts: dict, on: date) -> dict:
    months = []
    for month in year.months:
        missing = (0 if basis == RECORDS and month <= on else None,) * len(COUNTED)
        counted = zip(COUNTED, counts[basis].get(month, missing), strict=True)
        months.append({"month": f"{month:%Y-%m}", **dict(counted)})
    known = [month for month in months if month["reviews"] is not None]
    # A year published in part has no total: the sum of some months would read as a bad year.
    whole = len(known) == len(year.months) or (basis == RECORDS and known)
    total = {name: sum(month[name] for month in known) if whole else None for name in COUNTED}
    return {
        "year": str(year),
        **total,
        "percent": share_in_timescale(total),
        "basis": basis,
        "by_month": months,
    }
