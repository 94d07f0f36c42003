"""What outcome forms add to a child's timeline."""

from collections.abc import Iterator

from django.utils import timezone

from reviews.events import Event
from reviews.models import OutcomeForm, Review
from reviews.permanence import why_flagged


def of_form(review: Review, form: OutcomeForm | None, href: str) -> Iterator[Event]:
    """A missing plan for permanence, a concern, and what was corrected afterwards."""
    if form is None or not form.submitted_at:
        return
    if flag := why_flagged(review, form.permanence_plan):
        yield Event(review.held_on, "reviews", "No plan for permanence yet", f"{flag}.", href)
    if form.concern:
        yield Event(review.held_on, "reviews", "Concern at the review", form.concern, href)
    for one in form.corrections.all():
        day = timezone.localtime(one.at).date()
        yield Event(day, "reviews", f"Outcome form corrected by {one.by}", one.reason, href)
