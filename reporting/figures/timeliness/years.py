"""Reviews held and in timescale, month by month over three years."""

from datetime import date

from cohort.models import Council
from reporting.figures.timeliness.detail import detail, no_detail
from reporting.figures.timeliness.months import published_months, recorded_months
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent


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
        missing = (0, 0) if basis == RECORDS and month <= on else (None, None)
        reviews, in_timescale = counts[basis].get(month, missing)
        months.append({"month": f"{month:%Y-%m}", "reviews": reviews, "in_timescale": in_timescale})
    known = [month for month in months if month["reviews"] is not None]
    # A year published in part has no total: the sum of six months would read as a bad year.
    whole = len(known) == 12 or (basis == RECORDS and known)
    reviews = sum(month["reviews"] for month in known) if whole else None
    in_timescale = sum(month["in_timescale"] for month in known) if whole else None
    return {
        "year": str(year),
        "reviews": reviews,
        "in_timescale": in_timescale,
        "percent": percent(in_timescale, reviews),
        "basis": basis,
        "by_month": months,
    }
