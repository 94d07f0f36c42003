"""Concerns raised, settled and open, month by month."""

from django.db.models import Q

from cohort.council import working_calendar
from disputes.models import Dispute
from disputes.patterns import facts, kept_from, spread_of
from reporting.monthly.month import Month
from reporting.monthly.span import Span
from reporting.monthly.whose import Whose


def concerns(span: Span, whose: Whose) -> list[Month]:
    """Concerns raised and settled in each month, the median of working days, and those open.

    Unit: disputes; working days. Source: reporting.figures.disputes.DEFINITIONS. Nothing is
    known of months before the council had its first ladder.
    """
    # Whatever was raised, settled or open in these months was not closed before them.
    told = Dispute.objects.filter(
        Q(closed_on__isnull=True) | Q(closed_on__gte=span.first), raised_on__lte=span.last
    )
    rows, since, calendar = facts(whose.disputes(told)), kept_from(), working_calendar()
    months = []
    for first in span.months:
        last, counts = span.end(first), {}
        if since and since <= last:
            settled = [one for one in rows if one.settled_on and first <= one.settled_on <= last]
            took = spread_of([(one.raised_on, one.settled_on) for one in settled], calendar)
            counts = {
                "raised": sum(first <= one.raised_on <= last for one in rows),
                "settled": took.disputes,
                "median": took.median,
                "open": sum(
                    one.raised_on <= last and not (one.closed_on and one.closed_on <= last)
                    for one in rows
                ),
            }
        months.append(Month(first, counts, not span.is_over(first)))
    return months
