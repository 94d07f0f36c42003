"""What happened to a child while looked after, newest first."""

from collections.abc import Callable, Iterable
from datetime import date

from cohort.models import Child
from reviews.events import Event
from reviews.models import Record
from reviews.timeline.between import of_footprint
from reviews.timeline.care import of_allocation, of_period
from reviews.timeline.corrections import events_of_corrections
from reviews.timeline.plans import events_of_plans
from reviews.timeline.reviews import of_review
from reviews.timeline.support import events_of_support
from reviews.timeline.voice import events_of_pages

__all__ = ["ALSO", "KINDS", "timeline_of"]

# What the apps above know of a child; each adds its own when it starts.
ALSO: list[Callable[[Child], Iterable[Event]]] = []

# What the page can be narrowed to, with its words.
KINDS = {
    "reviews": "Reviews",
    "decisions": "Decisions",
    "records": "Records",
    "oversight": "Oversight",
    "disputes": "Disputes",
    "moves": "Moves and orders",
    "support": "Advocacy and visitors",
}


def timeline_of(child: Child, *, on: date, show: str | None = None, reader=None) -> list[Event]:
    """The child's events, newest first, of one kind or all; the same few queries for any number.

    That the child said something on a page of their own is told to a `reader` who may read it.
    """
    reviews = list(
        child.reviews.select_related(
            "outcome_form", "record", "chair", "decision_sheet__manager", "midway_check"
        )
        .defer(*(f"record__{section}" for section in Record.TEXTS))
        .prefetch_related("outcome_form__corrections__by", "decisions")
    )
    events = [event for review in reviews for event in of_review(review, on)]
    periods = child.periods.select_related("district").prefetch_related("episodes")
    for period in periods:
        events += of_period(period)
    events += [of_footprint(one) for one in child.footprints.select_related("by")]
    events += events_of_plans(child)
    events += events_of_support(child)
    events += events_of_corrections(child)
    events += events_of_pages(child, reader, on=on) if reader else []
    for events_of in ALSO:
        events += events_of(child)
    allocations = list(child.allocations.select_related("iro").order_by("started_on"))
    events += [of_allocation(one, first=one == allocations[0]) for one in allocations]
    events = [event for event in events if show in (None, event.kind)]
    return sorted(events, key=lambda event: event.day, reverse=True)
