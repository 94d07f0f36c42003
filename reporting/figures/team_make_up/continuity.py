"""How many children kept their IRO."""

from datetime import date

from django.db.models import Count, F, OuterRef, Q, Subquery

from cohort.models import Allocation, Child, PeriodOfCare
from reporting.percent import percent


def continuity(first: date, last: date) -> dict:
    """Children in care from before the first day to the last, and those with one IRO all along.

    Unit: children. Source: DEFINITIONS.
    """
    all_along = PeriodOfCare.objects.counted(on=last).filter(started_on__lt=first)
    # A time of no days is one called off.
    some_days = Q(ended_on__isnull=True) | Q(ended_on__gt=F("started_on"))
    in_the_time = (
        Allocation.objects.filter(some_days, child=OuterRef("pk"), started_on__lte=last)
        .filter(Q(ended_on__isnull=True) | Q(ended_on__gt=first))
        .order_by()
        .values("child")
        .annotate(iros=Count("iro", distinct=True))
        .values("iros")
    )
    children = Child.objects.filter(pk__in=all_along.order_by().values("child"))
    counts = children.annotate(iros=Subquery(in_the_time)).aggregate(
        every=Count("pk"), same=Count("pk", filter=Q(iros=1))
    )
    return {
        "children": counts["every"],
        "same_iro": counts["same"],
        "same_iro_percent": percent(counts["same"], counts["every"]),
    }
