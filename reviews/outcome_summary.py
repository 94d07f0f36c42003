"""An outcome form in words: before it is submitted, and afterwards on the review's page."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from reviews.actions.planning import deadline_by_episodes, due_day
from reviews.codes import Attendee, LateReason, Method
from reviews.deadlines import Deadlines, Shown
from reviews.forms.participation import in_plain_words
from reviews.models import Record, Review


@dataclass(frozen=True)
class Check:
    """What the check page shows: the answers in words, and what follows from them."""

    review: Review
    answers: dict
    held_on: date
    in_time: bool
    method: str
    late_reason: str
    participation: str
    came: str
    record: Shown
    next_review: Shown | None


def check_of(review: Review, answers: dict, deadlines: Deadlines) -> Check:
    """The answers of a valid form, and the due days they lead to."""
    held_on = timezone.localtime(answers["held_at"]).date()
    record = Record(review=review, due_on=due_day("record_completed", held_on))
    return Check(
        review=review,
        answers=answers,
        held_on=held_on,
        in_time=held_on <= review.due_on,
        method=Method(answers["method"]).label,
        late_reason=LateReason(answers["late_reason"]).label if answers["late_reason"] else "",
        participation=in_plain_words(answers["participation_code"], review.child.given_name),
        came=who_came(answers["attendees"], answers["others_attending"]),
        record=deadlines.of_record(record, held_on),
        next_review=proposed(review, held_on, deadlines),
    )


def proposed(review: Review, held_on: date, deadlines: Deadlines) -> Shown | None:
    """The next review the law gives when this one is held that day; none after care ended."""
    period = review.period
    if period.ended_on:
        return None
    due = deadline_by_episodes(period, on=held_on, known_on=deadlines.on, held_too=held_on)
    planned = Review(due_on=due.due_on, rule=due.rule, base_on=due.base_on)
    planned.count_months_as = deadlines.count_months_as  # as it will be planned
    return deadlines.of_review(planned)


def who_came(attendees: list[str], others: str) -> str:
    """Those who came, as a list in words."""
    known = dict(Attendee.choices)
    names = ", ".join(known[one].lower() for one in attendees if one in known)
    return ", ".join(filter(None, (names[:1].upper() + names[1:], others)))
