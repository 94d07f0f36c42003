"""What reviews add to a child's timeline."""

from datetime import date

from django.urls import reverse

from iro_service.templatetags.house import day as in_words
from reviews.events import Event
from reviews.models import Review
from reviews.rows import HELD_TAGS
from reviews.timeline.between import decision_in_words, of_midway, of_sheet
from reviews.timeline.outcome_forms import of_form
from reviews.timeline.plans import of_struck
from reviews.timeline.records import of_record


def of_review(review: Review, on: date):
    """What became of the review, its form, its decisions and its record."""
    href = reverse("review", args=[review.pk])
    name = review.get_rule_display()
    if review.cancelled_on:
        text = f"{name}, due {in_words(review.due_on)}. {review.cancelled_reason}"
        yield Event(review.cancelled_on, "reviews", "Review cancelled", text, href)
        return
    if review.struck_on:
        yield of_struck(review, name)
        return
    yield from of_midway(getattr(review, "midway_check", None), on)
    if review.held_on is None:
        tag = "overdue" if review.due_on < on else "today" if review.due_on == on else "due"
        booked = "Booked" if review.booked_for else "Not booked yet"
        yield Event(review.due_on, "reviews", f"{name} due", f"{booked}.", href, tag)
        return
    yield _held(review, name, href)
    yield from of_form(review, getattr(review, "outcome_form", None), href)
    decisions = list(review.decisions.all())
    if decisions:
        yield Event(
            review.held_on,
            "decisions",
            "1 decision" if len(decisions) == 1 else f"{len(decisions)} decisions",
            href=href,
            lines=[decision_in_words(one) for one in decisions],
        )
    yield from of_sheet(getattr(review, "decision_sheet", None), on)
    yield from of_record(getattr(review, "record", None), href)


def _held(review: Review, name: str, href: str) -> Event:
    tag = HELD_TAGS[review.held_in_time]
    if review.held_in_time:
        text = "Held in time."
    elif review.due_on is None:
        text = "The day it was due is not known."
    else:
        text = f"Due {in_words(review.due_on)}. {review.get_late_reason_display()}."
    if review.imported:
        text += " Brought in from another system."
    if not review.participation_code:
        text += " Participation not recorded."
    return Event(review.held_on, "reviews", f"{name} held", text, href, tag)
