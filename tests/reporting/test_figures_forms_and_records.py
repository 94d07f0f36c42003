"""Outcome forms within 24 hours, records within 20 working days."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from reporting.figures import figures
from tests.factories import (
    DecisionSheetFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    RecordFactory,
    ReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def review(held_on=date(2017, 3, 6)):
    period = PeriodFactory(started_on=date(2016, 4, 4))
    return HeldReviewFactory(period=period, held_on=held_on, due_on=held_on)


def forms(on=TODAY):
    return figures("2016-17", on=on)["outcome_forms"]


def records(on=TODAY):
    return figures("2016-17", on=on)["records"]


def test_a_form_handed_in_on_the_last_moment_is_within_24_hours(council):
    due_at = datetime(2017, 3, 7, 10, tzinfo=UTC)
    OutcomeFormFactory(review=review(), due_at=due_at, submitted_at=due_at)
    OutcomeFormFactory(
        review=review(), due_at=due_at, submitted_at=due_at + timedelta(microseconds=1)
    )
    told = forms()
    assert [told[key] for key in ("due", "within_24_hours", "late", "outstanding", "percent")] == [
        2, 1, 1, 0, 50,
    ]  # fmt: skip
    march = {"month": "2017-03", "due": 2, "in_time": 1, "percent": 50}
    assert told["by_month"][-1] == march


def test_a_review_nobody_has_reported_on_still_owes_its_form(council):
    for day in (date(2017, 3, 30), date(2017, 4, 3)):
        booked = ReviewFactory(
            period=PeriodFactory(started_on=date(2016, 9, 5)),
            booked_for=datetime(day.year, day.month, day.day, 10, tzinfo=UTC),
        )
        OutcomeFormFactory(review=booked, submitted_at=None, seen_alone=None)
    assert (forms()["due"], forms()["outstanding"]) == (1, 1)


def test_a_cancelled_review_owes_no_form(council):
    booked = ReviewFactory(
        booked_for=datetime(2017, 3, 30, 10, tzinfo=UTC),
        cancelled_on=date(2017, 3, 29),
        cancelled_reason="The child went home.",
    )
    OutcomeFormFactory(review=booked, submitted_at=None, seen_alone=None)
    assert forms()["due"] == 0


def test_a_record_completed_on_its_due_day_is_in_time_and_a_day_later_late(council):
    by = UserFactory()
    record = RecordFactory(review=review())
    RecordFactory(review=review(), completed_on=record.due_on, completed_by=by)
    RecordFactory(review=review(), completed_on=record.due_on + timedelta(days=1), completed_by=by)
    figure = records()
    assert (figure["due"], figure["completed_in_time"], figure["completed_late"]) == (3, 1, 1)
    assert (figure["outstanding"], figure["overdue"]) == (1, 1)


def test_decisions_sent_on_the_fifth_working_day_are_in_time_and_a_day_later_late(council):
    for held_on, sent_on in [
        (date(2017, 3, 6), date(2017, 3, 13)),
        (date(2017, 3, 6), date(2017, 3, 14)),
        (date(2017, 2, 6), None),
    ]:
        DecisionSheetFactory(review=review(held_on), sent_on=sent_on)
    told = figures("2016-17", on=TODAY)["decisions"]
    keys = ("due", "in_time", "late", "outstanding", "overdue", "percent")
    assert [told[key] for key in keys] == [3, 1, 1, 1, 1, Decimal("33.3")]
    assert [row["due"] for row in told["by_month"]][-2:] == [1, 2]
    before = figures("2016-17", on=date(2017, 3, 13))["decisions"]
    assert [before[key] for key in keys[:4]] == [3, 1, 0, 2]


def test_records_are_told_as_they_stood_on_the_day_asked(council):
    RecordFactory(
        review=review(), completed_on=date(2017, 4, 3), completed_by=UserFactory(),
        distributed_on=date(2017, 4, 3), distributed_by=UserFactory(),
    )  # fmt: skip
    assert records()["distributed_in_time"] == 1
    before = records(on=date(2017, 4, 2))
    assert (before["completed_in_time"], before["outstanding"], before["overdue"]) == (0, 1, 0)
    assert before["distributed_in_time"] == 0


def test_a_record_of_the_year_before_is_not_this_years(council):
    RecordFactory(review=review(held_on=date(2017, 4, 3)))
    assert records()["due"] == 0


def test_before_the_records_began_nothing_is_known(council):
    figure = figures("2015-16", on=TODAY)
    for block in ("records", "outcome_forms", "decisions"):
        told = {key: value for key, value in figure[block].items() if key != "year"}
        assert set(told.values()) == {None}, block


def test_a_review_recorded_in_error_counts_nowhere(council):
    struck = review()
    OutcomeFormFactory(review=struck)
    RecordFactory(review=struck)
    struck.struck_on = date(2017, 3, 8)
    struck.save()
    figure = figures("2016-17", on=TODAY)
    assert figure["timeliness"]["by_year"][-1]["reviews"] == 0
    assert figure["participation"]["by_year"][-1]["reviews_aged_4_and_over"] == 0
    assert (figure["outcome_forms"]["due"], figure["records"]["due"]) == (0, 0)
