"""What is chased, made ready for tests: one matter of each kind with its last day."""

from datetime import UTC, date, datetime, timedelta

from accounts.models import Role
from iro_service.demonstration.days import CALENDAR
from reviews.models import ChildsPage, DecisionSheet, MidwayCheck, Review
from tests.factories import (
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    RecordFactory,
    ReviewFactory,
    UserFactory,
)

NOON = timedelta(hours=11)  # of UTC: mail leaves at this time in summer and in winter


def moment(on: date) -> datetime:
    """Noon of the day."""
    return datetime(on.year, on.month, on.day, tzinfo=UTC) + NOON


def review_due(due_on: date, **fields) -> Review:
    """A planned review whose last lawful day this is."""
    started_on = due_on - timedelta(days=200)
    period = PeriodFactory(started_on=started_on)
    return ReviewFactory(period=period, due_on=due_on, base_on=started_on, **fields)


def held(on: date) -> Review:
    """A review held on the day, in time."""
    period = PeriodFactory(started_on=on - timedelta(days=200))
    return HeldReviewFactory(period=period, due_on=on, held_on=on, base_on=period.started_on)


def a_review(due_on: date, iro) -> Review:
    return review_due(due_on)


def a_form(due_on: date, iro) -> Review:
    due_at = moment(due_on)
    booked = review_due(due_on + timedelta(days=60), booked_for=due_at - timedelta(hours=24))
    return OutcomeFormFactory(review=booked, due_at=due_at, submitted_at=None).review


def a_record(due_on: date, iro) -> Review:
    review = held(CALENDAR.add_working_days(due_on, -20))
    return RecordFactory(review=review, due_on=due_on).review


def a_sheet(due_on: date, iro) -> Review:
    review = held(CALENDAR.add_working_days(due_on, -5))
    DecisionSheet.objects.create(review=review, due_on=due_on)
    return review


def an_answer(due_on: date, iro) -> Review:
    sent_on = CALENDAR.add_working_days(due_on, -5)
    manager = UserFactory(role=Role.RESPONDING_MANAGER)
    DecisionSheet.objects.create(
        review=held(sent_on), due_on=sent_on, manager=manager,
        sent_on=sent_on, sent_by=iro, answer_due_on=due_on,
    )  # fmt: skip
    return Review.objects.get()


def a_check(due_on: date, iro) -> Review:
    review = review_due(due_on + timedelta(days=90), booked_for=moment(due_on + timedelta(days=80)))
    MidwayCheck.objects.create(review=review, due_on=due_on)
    return review


def a_report(due_on: date, iro) -> Review:
    booked_on = CALENDAR.add_working_days(due_on, 3)
    return review_due(booked_on, booked_for=moment(booked_on), report_due_on=due_on)


def a_page(due_on: date, iro) -> Review:
    review = review_due(due_on + timedelta(days=30), booked_for=moment(due_on))
    ChildsPage.objects.create(
        review=review, kind="views", code_hash="a", made_at=moment(due_on - timedelta(days=20)),
        made_by=iro, expires_on=due_on,
    )  # fmt: skip
    return review
