"""Disputes over three years, as far as they were kept."""

from datetime import date

from cohort.council import working_calendar
from cohort.models import Child, Council
from disputes.models import Dispute
from disputes.patterns import facts, kept_from, spread_of
from reporting.figures.year import RECORDS, ReportingYear, counts_are_known
from reporting.percent import percent, ratio

KEYS = (
    *("raised", "informal", "formal", "per_100_children", "settled", "median_working_days"),
    *("p90_working_days", "formal_settled", "within_20_working_days"),
    *("within_20_working_days_percent", "cafcass", "open_at_end"),
)
NOT_KEPT = "not kept"


def by_year(year: ReportingYear, on: date, council: Council) -> list[dict]:
    """The year's disputes beside those of the two years before it; unknown where not kept.

    Unit: disputes; working days; disputes for each 100 children. Source: DEFINITIONS.
    """
    since = kept_from()
    return [
        _row(one, one.as_at(on), council)
        if since is not None and since <= one.last
        else {"year": str(one), **dict.fromkeys(KEYS), "basis": NOT_KEPT}
        for one in year.three()
    ]


def _row(year: ReportingYear, last: date, council: Council) -> dict:
    everything = Dispute.objects.filter(raised_on__lte=last)
    raised = facts(everything.raised_between(year.first, last))
    settled = facts(everything.filter(settled_on__range=(year.first, last)))
    formal = [one for one in settled if one.formal_on]
    became = sum(one.formal_on is not None for one in raised)
    within = sum(one.within_total for one in formal)
    took = spread_of([(one.raised_on, one.settled_on) for one in settled], working_calendar())
    is_known = counts_are_known(last, council.records_from)
    children = Child.objects.looked_after(on=last).count() if is_known else None
    return {
        "year": str(year),
        "raised": len(raised),
        "informal": len(raised) - became,
        "formal": became,
        "per_100_children": ratio(len(raised) * 100, children),
        "settled": took.disputes,
        "median_working_days": took.median,
        "p90_working_days": took.ninetieth,
        "formal_settled": len(formal),
        "within_20_working_days": within,
        "within_20_working_days_percent": percent(within, len(formal)),
        "cafcass": everything.filter(cafcass_on__range=(year.first, last)).count(),
        "open_at_end": everything.exclude(closed_on__lte=last).count(),
        "basis": RECORDS,
    }
