"""How many children were looked after, and how many came and left."""

from datetime import date

from dateutil.relativedelta import relativedelta

from cohort.make_up import tally
from cohort.models import Council
from reporting.figures.cohort.flows import flows, no_flows
from reporting.figures.cohort.make_up import make_up, no_make_up
from reporting.figures.cohort.totals import totals
from reporting.figures.year import RECORDS, ReportingYear
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
    rows = [{"as_at": day.isoformat(), "total": n} for day, n in zip(days, numbers, strict=True)]
    total, previous = numbers[-1], numbers[-2]
    whole = year.basis(council.records_from) == RECORDS
    return {
        "as_at": as_at.isoformat(),
        "total": total,
        "previous_as_at": days[-2].isoformat(),
        "previous_total": previous,
        "change_percent": change(total, previous),
        "by_year": rows[-3:],
        "totals": rows,
        **(flows(year.first, as_at) if whole else no_flows()),
        **(make_up(tally(on=as_at)) if total is not None else no_make_up()),
    }


def change(total: int | None, previous: int | None):
    """How much more or less than before, in percent; None where either is not known."""
    return None if total is None or previous is None else percent(total - previous, previous)
