"""How many children were looked after on each of several days."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q

from cohort.models import Council, PeriodOfCare
from statute.reporting_year import counts_are_known


def totals(days: Sequence[date], council: Council) -> list[int | None]:
    """The children looked after on each day, in one query; None where the records do not reach.

    Unit: children. Source: as for PeriodQuerySet.counted.
    """
    first, last = min(days), max(days)
    over_the_days = PeriodOfCare.objects.filter(started_on__lte=last).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=first)
    )
    # Asked even where it is not known, so that the number of questions never changes.
    found = over_the_days.beyond_short_breaks().aggregate(
        **{f"day_{n}": Count("pk", filter=_in_force(day)) for n, day in enumerate(days)}
    )
    return [
        found[f"day_{n}"] if counts_are_known(day, council.records_from) else None
        for n, day in enumerate(days)
    ]


def _in_force(day: date) -> Q:
    return Q(started_on__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))
