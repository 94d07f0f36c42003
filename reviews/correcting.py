"""What may be corrected on an outcome form that was handed in, and what stands there now."""

from collections.abc import Mapping
from datetime import date, datetime, time

from iro_service import clock
from iro_service.templatetags.house import day as in_words
from reviews.holding import why_not_completed, why_not_in_care
from reviews.models import OutcomeForm, Review
from statute.timescales import LONDON

DAY = ("held_on", "held_time")  # for a manager
OF_REVIEW = (*DAY, "late_reason", "late_detail", "participation_code")
OF_FORM = (
    "attendees",
    "others_attending",
    "seen_alone",
    "not_alone_reason",
    "advocate_offered",
    "parents_took_part",
    "carers_took_part",
    "placement_right",
    "placement_note",
    "permanence_plan",
    "plans_out_of_date",
    "plans_checked",
    "next_steps",
    "concern",
)
CORRECTABLE = (*OF_REVIEW, *OF_FORM)


def answers_of(form: OutcomeForm) -> dict:
    """The answers that may be corrected, as they stand."""
    of_review = {name: getattr(form.review, name) for name in OF_REVIEW}
    return of_review | {name: getattr(form, name) for name in OF_FORM}


def as_kept(answers: Mapping) -> dict:
    """Answers as a correction keeps them, in JSON."""
    return {
        name: value.isoformat() if isinstance(value, date | time) else value
        for name, value in answers.items()
    }


def from_kept(kept: Mapping) -> dict:
    """Answers out of a correction."""
    held_on, held_time = kept["held_on"], kept["held_time"]
    return kept | {
        "held_on": held_on and date.fromisoformat(held_on),
        "held_time": held_time and time.fromisoformat(held_time),
    }


def why_not_held_on(form: OutcomeForm, day: date) -> str:
    """Why the review of a form that was handed in cannot have been held on that day; else ''.

    It was held before the form about it was handed in, and in its place among the child's reviews.
    """
    review = form.review
    handed_in = clock.day_of(form.submitted_at)
    if day > handed_in:
        return (
            "The review cannot have been held after its outcome form was submitted "
            f"on {in_words(handed_in)}"
        )
    if wrong := why_not_in_care(review, day):
        return wrong
    others = Review.objects.held().filter(child=review.child_id).exclude(pk=review.pk)
    before = others.filter(held_on__lt=review.held_on).order_by("-held_on").first()
    after = others.filter(held_on__gt=review.held_on).order_by("held_on").first()
    if before and day <= before.held_on:
        return f"The review before it was held on {in_words(before.held_on)}"
    if after and day >= after.held_on:
        return f"The review after it was held on {in_words(after.held_on)}"
    if day < review.base_on:
        return f"Its due day is counted from {in_words(review.base_on)}: it was not held before"
    return why_not_completed(review, day)


def why_not_begun_at(form: OutcomeForm, day: date, began: time) -> str:
    """Why the review cannot have begun at that time: its form was handed in before; else ''."""
    began_at = datetime.combine(day, began, tzinfo=LONDON)
    if began_at > form.submitted_at:
        return "The review cannot have begun after its outcome form was submitted"
    return ""
