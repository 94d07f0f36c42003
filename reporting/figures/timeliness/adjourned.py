"""Reviews that were begun and adjourned, and how they were completed."""

from datetime import date

from django.db.models import Count, F, Q

from reporting.percent import percent
from reviews.models import Adjournment


def adjourned(first: date, last: date, *, on: date) -> dict:
    """Reviews adjourned from the first to the last day: completed in time, late, or not by `on`.

    Unit: reviews. Source: timeliness DEFINITIONS.
    """
    held = Q(review__held_on__lte=on)
    counts = Adjournment.objects.filter(
        adjourned_on__range=(first, last), review__struck_on__isnull=True
    ).aggregate(
        reviews=Count("pk"),
        in_time=Count("pk", filter=held & Q(review__held_on__lte=F("resume_by"))),
        late=Count("pk", filter=held & Q(review__held_on__gt=F("resume_by"))),
    )
    return {
        **counts,
        "not_completed": counts["reviews"] - counts["in_time"] - counts["late"],
        "percent": percent(counts["in_time"], counts["reviews"]),
    }


def not_adjourned() -> dict:
    """The same keys where there are no records to tell it."""
    return dict.fromkeys(("reviews", "in_time", "late", "not_completed", "percent"))
