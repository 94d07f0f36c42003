"""A review as a row of a list: its state in a word, and what is still owed for it."""

from dataclasses import dataclass
from datetime import date, datetime

from reviews.models import Review

# By whether it was held in time; of some that came in from elsewhere nobody knows.
HELD_TAGS = {True: "done", False: "late", None: "held"}


@dataclass(frozen=True)
class Row:
    """One review of the list; the review comes with_iro and with_owed."""

    review: Review
    tag: str
    owed: list[str]


def row_of(review: Review, *, on: date, at: datetime) -> Row:
    """The review as the list shows it on the day."""
    return Row(review, _tag(review, on), list(_owed(review, on, at)))


def _tag(review: Review, on: date) -> str:
    if review.cancelled_on:
        return "cancelled"
    if review.struck_on:
        return "struck"
    if review.held_on:
        return HELD_TAGS[review.held_in_time]
    if review.due_on == on:
        return "today"
    return "overdue" if review.due_on < on else "due"


def _owed(review: Review, on: date, at: datetime):
    if review.cancelled_on or review.struck_on:
        return
    if review.held_on and not review.participation_code:
        yield "Participation not recorded"
    if review.without_permanence_plan:
        yield "No plan for permanence"
    if review.form_due_at and not review.form_submitted_at and review.booked_for:
        if review.form_due_at < at:
            yield "Outcome form overdue"
        elif review.booked_for <= at:
            yield "Outcome form owed"
    if review.record_due_on and not review.record_completed_on:
        yield "Record overdue" if review.record_due_on < on else "Record outstanding"
