"""How many children were looked after, and how many came and left."""

from datetime import date

from dateutil.relativedelta import relativedelta

from cohort.make_up import tally
from cohort.models import Council
from reporting.figures.cohort.flows import flows, no_flows
from reporting.figures.cohort.make_up import make_up, no_make_up
from reporting.figures.cohort.totals import totals
from reporting.figures.year import PUBLISHED, RECORDS, ReportingYear
from reporting.models import PublishedYear
from reporting.percent import percent

YEARS = 6  # that the total is told for


def cohort(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Who was looked after on the year's last day (or on `on` before it), and who came and left.

    Unit: children; starts and ends: periods of care. Source: DEFINITIONS. A count the
    records do not reach back to is None.
    """
    as_at = year.as_at(on)
    days = [as_at - relativedelta(years=n) for n in reversed(range(YEARS))]
    numbers = totals(days, council)
    rows = _with_published(days, numbers)
    total, previous = rows[-1]["total"], rows[-2]["total"]
    whole = year.basis(council.records_from) == RECORDS
    return {
        "year": str(year),
        "as_at": as_at.isoformat(),
        "total": total,
        "previous_as_at": days[-2].isoformat(),
        "previous_total": previous,
        "change_percent": change(total, previous),
        "by_year": rows[-3:],
        "totals": rows,
        **(flows(year.first, as_at) if whole else no_flows()),
        **(make_up(tally(on=as_at)) if numbers[-1] is not None else no_make_up()),
    }


def change(total: int | None, previous: int | None):
    """How much more or less than before, in percent; None where either is not known."""
    return None if total is None or previous is None else percent(total - previous, previous)


def _with_published(days: list[date], numbers: list[int | None]) -> list[dict]:
    """The children of each day with where the number comes from: before the records, as told."""
    names = {day: str(ReportingYear.of(day)) for day in days if ReportingYear.of(day).last == day}
    told = dict(
        PublishedYear.objects.filter(year__in=names.values()).values_list("year", "looked_after")
    )
    return [
        {
            "as_at": day.isoformat(),
            "total": told.get(names.get(day, "")) if number is None else number,
            "basis": PUBLISHED if number is None else RECORDS,
        }
        for day, number in zip(days, numbers, strict=True)
    ]
