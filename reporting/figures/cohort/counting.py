"""How many children were looked after, and how many came and left."""

from datetime import date

from dateutil.relativedelta import relativedelta

from cohort.codes import StatusBefore
from cohort.models import Council, PeriodOfCare
from reporting.figures.cohort.codes import by_code
from reporting.figures.cohort.make_up import make_up, no_make_up
from reporting.figures.year import RECORDS, ReportingYear, counts_are_known
from reporting.percent import percent


def cohort(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Who was looked after on the year's last day (or on `on` before it), and who came and left.

    Unit: children; starts and ends: periods of care. Source: DEFINITIONS. A count the
    records do not reach back to is None.
    """
    as_at = year.as_at(on)
    days = [as_at - relativedelta(years=n) for n in (2, 1, 0)]
    totals = [_total(day, council) for day in days]
    return {
        "as_at": as_at.isoformat(),
        "total": totals[2],
        "previous_as_at": days[1].isoformat(),
        "previous_total": totals[1],
        "change_percent": _change(totals[2], totals[1]),
        "by_year": [
            {"as_at": day.isoformat(), "total": n} for day, n in zip(days, totals, strict=True)
        ],
        **_flows(year, as_at, council),
        **(make_up(as_at) if totals[2] is not None else no_make_up()),
    }


def _total(day: date, council: Council) -> int | None:
    # Asked even where it is not known, so that the number of questions never changes.
    total = PeriodOfCare.objects.counted(on=day).count()
    return total if counts_are_known(day, council.records_from) else None


def _change(total: int | None, previous: int | None):
    return None if total is None or previous is None else percent(total - previous, previous)


def _flows(year: ReportingYear, as_at: date, council: Council) -> dict:
    """Starts and ends of the year, and what the children who started were to the council before."""
    if year.basis(council.records_from) != RECORDS:
        unknown = dict.fromkeys(StatusBefore.values)
        return {"starts": None, "ends": None, "status_before": unknown}
    periods = PeriodOfCare.objects.beyond_short_breaks()
    started = by_code(periods.started_between(year.first, as_at), "status_before")
    return {
        "starts": sum(started.values()),
        "ends": periods.ended_between(year.first, as_at).count(),
        "status_before": {status: started.get(status, 0) for status in StatusBefore.values},
    }
