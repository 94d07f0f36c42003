"""Children for each full-time post at the end of each month."""

from decimal import Decimal

from accounts.models import User
from cohort.caseload import Month as MonthEnd
from cohort.caseload import by_month
from cohort.models import Council
from reporting.figures.year import counts_are_known
from reporting.monthly.month import Month
from reporting.monthly.span import Span
from reporting.percent import ratio
from statute import caseload as band


def caseloads(span: Span, iro: User | None, council: Council) -> list[Month]:
    """Children, posts filled and children for each post, of the service or of one IRO.

    Unit: children; full-time equivalents; one decimal. Source: reporting.figures.caseload
    DEFINITIONS, on the last day of each month or the day the figures are taken.
    """
    days = {month: span.end(month) for month in span.months}
    known = [day for day in days.values() if counts_are_known(day, council.records_from)]
    ends = {end.on: end for end in by_month(known)}
    return [
        Month(month, _counts(ends.get(day), iro), not span.is_over(month))
        for month, day in days.items()
    ]


def _counts(end: MonthEnd | None, iro: User | None) -> dict:
    if end is None:
        return {}
    if iro:
        held, posts = end.held[iro.pk], end.filled.get(iro.pk, Decimal(0))
        over = int(held > band.HIGHEST * posts)
        return {"children": held, "posts": posts, "average": ratio(held, posts), "over": over}
    return {
        "children": end.children,
        "posts": end.posts,
        "average": end.per_post,
        "over": end.over_limit,
        "without_iro": end.without_iro,
    }
