"""Children of an IRO with a review to hold, a form or a record owed."""

from datetime import UTC, date, datetime, time, timedelta

from statute.timescales import outcome_form_due_at
from tests.factories import (
    AllocationFactory,
    EpisodeFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    RecordFactory,
    ReviewFactory,
)

SINCE = date(2016, 9, 5)


def child_of(iro, **fields):
    """A child looked after since 5 September 2016 whom the IRO reviews; with no IRO, nobody's."""
    period = PeriodFactory(started_on=SINCE, **{f"child__{k}": v for k, v in fields.items()})
    EpisodeFactory(period=period)
    if iro:
        AllocationFactory(child=period.child, iro=iro)
    return period.child


def review_due(child, due_on: date, **fields):
    """A planned later review due on the day."""
    return ReviewFactory(
        period=child.periods.get(), rule="later_review", base_on=SINCE, due_on=due_on, **fields
    )


def review_held(child, held_on: date, *, due_on: date | None = None, **fields):
    """A held later review."""
    due_on = due_on or held_on
    return HeldReviewFactory(
        period=child.periods.get(),
        rule="later_review",
        base_on=SINCE,
        due_on=due_on,
        held_on=held_on,
        **fields,
    )


def form_owed(child, booked_for: datetime, *, due_on: date | None = None):
    """The form of a review that was booked for the moment and not handed in."""
    review = review_due(child, due_on or booked_for.date(), booked_for=booked_for)
    return OutcomeFormFactory(
        review=review, due_at=outcome_form_due_at(booked_for), submitted_at=None, seen_alone=None
    )


def record_owed(child, held_on: date, **fields):
    """The record of a review held on the day, not completed."""
    return RecordFactory(review=review_held(child, held_on), **fields)


def ago(now: datetime, hours: int) -> datetime:
    """The moment so many hours before."""
    return now - timedelta(hours=hours)


def midday(day: date) -> datetime:
    """Noon, UTC."""
    return datetime.combine(day, time(12), tzinfo=UTC)
