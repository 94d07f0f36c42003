"""A due day is shown with the distance in the unit that counts, and why it is that day."""

from datetime import UTC, date, datetime

import pytest

from reviews.deadlines import deadlines_as_at
from reviews.models import OutcomeForm, Record, Review
from statute.timescales import outcome_form_due_at

TODAY = date(2017, 7, 20)
NOW = datetime(2017, 7, 20, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def deadlines(council):
    """Due days as the council counts them on the business day."""
    return deadlines_as_at(NOW, on=TODAY)


@pytest.mark.parametrize(
    ("due_on", "state", "distance"),
    [
        (date(2017, 7, 19), "overdue", "overdue by 1 working day"),
        (date(2017, 7, 20), "today", "due today"),
        (date(2017, 7, 24), "due", "2 working days left"),
    ],
)
def test_a_first_review_counts_in_working_days(deadlines, due_on, state, distance):
    review = Review(rule="first_review", base_on=date(2017, 6, 1), due_on=due_on)
    shown = deadlines.of_review(review)
    assert (shown.state, shown.distance) == (state, distance)


def test_a_later_review_counts_in_days(deadlines):
    review = Review(rule="later_review", base_on=date(2017, 1, 24), due_on=date(2017, 7, 24))
    shown = deadlines.of_review(review)
    assert shown.distance == "4 days left"
    assert shown.sentence == "6 months after 24 January 2017."
    assert "reg 33(2)" in shown.authority


def test_a_council_that_counts_days_for_months_is_told_its_own_count(council):
    council.count_months_as = "days"
    council.save()
    review = Review(rule="later_review", base_on=date(2017, 1, 24), due_on=date(2017, 7, 26))
    shown = deadlines_as_at(NOW, on=TODAY).of_review(review)
    assert shown.sentence == "183 days (6 months) after 24 January 2017."


def test_a_first_review_is_the_same_for_a_council_that_counts_days_for_months(council):
    council.count_months_as = "days"
    council.save()
    review = Review(rule="first_review", base_on=date(2017, 6, 22), due_on=TODAY)
    shown = deadlines_as_at(NOW, on=TODAY).of_review(review)
    assert shown.sentence == "20 working days after 22 June 2017."


def test_a_stored_day_the_count_does_not_give_is_not_explained_by_it(deadlines):
    review = Review(rule="first_review", base_on=date(2017, 6, 22), due_on=date(2017, 7, 21))
    shown = deadlines.of_review(review)
    assert shown.due_on == date(2017, 7, 21)
    assert shown.sentence == (
        "The day was set when the review was planned, counted from 22 June 2017."
    )


def test_the_days_left_out_of_a_records_count_are_named(deadlines):
    record = Record(due_on=date(2017, 5, 3))
    shown = deadlines.of_record(record, date(2017, 3, 31))
    assert shown.sentence == (
        "20 working days after 31 March 2017, leaving out 14 and 17 April and 1 May."
    )


def test_a_day_past_the_known_bank_holidays_is_shown_without_a_count(deadlines):
    review = Review(rule="first_review", base_on=date(2031, 12, 1), due_on=date(2032, 1, 5))
    shown = deadlines.of_review(review)
    assert (shown.state, shown.distance, shown.sentence) == ("due", "", "")


@pytest.mark.parametrize(
    ("held_at", "state"),
    [
        (datetime(2017, 7, 19, 11, 59, tzinfo=UTC), "overdue"),
        (datetime(2017, 7, 19, 12, 0, tzinfo=UTC), "today"),  # the last lawful moment
        (datetime(2017, 7, 20, 9, 0, tzinfo=UTC), "due"),
    ],
)
def test_an_outcome_form_is_overdue_to_the_minute(deadlines, held_at, state):
    form = OutcomeForm(due_at=outcome_form_due_at(held_at))
    assert deadlines.of_form(form, held_at).state == state
