"""An overdue record and an overdue form, for the tests of what is chased."""

from datetime import UTC, date, datetime, timedelta

from tests.factories import (
    AllocationFactory,
    OutcomeFormFactory,
    RecordFactory,
    ReviewFactory,
)

AT = datetime(2017, 7, 20, 6, 10, tzinfo=UTC)
LAST_DAY = date(2017, 7, 18)


def overdue_record(due_on=LAST_DAY, iro=None, **fields):
    """A record not completed by its last day, of a child of the IRO."""
    record = RecordFactory(due_on=due_on, **fields)
    if iro:
        AllocationFactory(child=record.review.child, iro=iro)
    return record


def overdue_form(iro=None, due_at=datetime(2017, 7, 18, 9, 30, tzinfo=UTC)):
    """An outcome form not handed in within the 24 hours."""
    review = ReviewFactory(booked_for=due_at - timedelta(hours=24))
    form = OutcomeFormFactory(review=review, due_at=due_at, submitted_at=None)
    if iro:
        AllocationFactory(child=review.child, iro=iro)
    return form
