"""What advocates and independent visitors add to a child's timeline."""

from collections.abc import Iterator

from cohort.models import Child, Support
from reviews.events import Event


def events_of_support(child: Child) -> Iterator[Event]:
    """Offered, declined, referred, found and ended, each on its day; one query."""
    for support in child.supports.all():
        yield from _events(support, support.get_service_display())


def _events(support: Support, name: str) -> Iterator[Event]:
    if support.offered_on:
        yield Event(support.offered_on, "support", f"{name} offered")
    if support.referred_on:
        yield Event(support.referred_on, "support", f"Referred for an {name.lower()}")
    if support.matched_on:
        title = f"{name} found: {support.supporter}"
        yield Event(support.matched_on, "support", title)
    if support.declined_on:
        yield Event(support.declined_on, "support", f"{name} declined")
    elif support.ended_on:
        yield Event(support.ended_on, "support", f"{name} ended", f"{support.reason_ended}.")
