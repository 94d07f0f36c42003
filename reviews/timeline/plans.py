"""What happened to a child's plans, as lines of the timeline."""

from collections.abc import Iterator

from django.urls import reverse

from cohort.models import Child
from iro_service import clock
from iro_service.templatetags.house import day as in_words
from reviews.events import Event
from reviews.models import PlanChange, Review, ReviewPart
from reviews.plan import told_of

Kind = PlanChange.Kind
# A cancelled review has its own line, and so has one held or recorded in error.
TITLES = {
    Kind.REBOOKED: "Review booked anew",
    Kind.BROUGHT_FORWARD: "Review brought forward",
    Kind.ADJOURNED: "Review adjourned",
}


def events_of_plans(child: Child) -> Iterator[Event]:
    """Booked anew, brought forward, adjourned, held in part; two queries for any number."""
    changes = PlanChange.objects.filter(review__child=child, kind__in=TITLES).select_related("by")
    for change in changes:
        told = told_of(change)
        on = change.day_before if change.kind == Kind.ADJOURNED else clock.day_of(change.at)
        text = f"{told.sentence} {told.why}".strip()
        yield Event(on, "reviews", TITLES[change.kind], text, _page(change.review_id))
    for part in ReviewPart.objects.filter(review__child=child):
        text = f"With {part.with_whom}."
        yield Event(part.held_on, "reviews", "Part of a review held", text, _page(part.review_id))


def of_struck(review: Review, name: str) -> Event:
    """A review that was taken out: it is still told of, and counts nowhere."""
    text = f"Recorded in error, as confirmed on {in_words(review.struck_on)}: it counts nowhere."
    return Event(review.held_on, "reviews", f"{name} taken out", text, _page(review.pk))


def _page(pk: int) -> str:
    return reverse("review", args=[pk])
