"""A due day is shown with the distance in the unit that counts, and why it is that day."""

from datetime import UTC, date, datetime

import pytest

from reviews.deadlines import deadlines_as_at
from reviews.models import Adjournment, OutcomeForm, Record, Review
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


@pytest.mark.parametrize("counts_now", ["months", "days"])
@pytest.mark.parametrize(
    ("counted_then", "due_on", "sentence"),
    [
        ("days", date(2017, 7, 26), "183 days (6 months) after 24 January 2017."),
        ("months", date(2017, 7, 24), "6 months after 24 January 2017."),
    ],
)
def test_a_day_is_explained_as_it_was_counted_however_the_council_counts_now(
    council, counts_now, counted_then, due_on, sentence
):
    council.count_months_as = counts_now
    council.save()
    review = Review(
        rule="later_review",
        base_on=date(2017, 1, 24),
        due_on=due_on,
        count_months_as=counted_then,
    )
    assert deadlines_as_at(NOW, on=TODAY).of_review(review).sentence == sentence


def test_a_first_review_is_the_same_for_a_council_that_counts_days_for_months(council):
    council.count_months_as = "days"
    council.save()
    review = Review(
        rule="first_review", base_on=date(2017, 6, 22), due_on=TODAY, count_months_as="days"
    )
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


@pytest.mark.parametrize(
    ("rule", "base_on", "due_on", "sentence", "authority"),
    [
        ("short_breaks_first", "2017-04-30", "2017-07-30", "3 months after 30 April 2017.", "48"),
        ("short_breaks_later", "2017-02-28", "2017-08-28", "6 months after 28 February", "48"),
        ("adoption_authorised_first", "2016-11-30", "2017-02-28", "3 months after 30", "36(1)(a)"),
        ("adoption_authorised_later", "2017-01-31", "2017-07-31", "6 months after", "36(1)(b)"),
        ("adoption_placed_first", "2017-06-29", "2017-07-27", "4 weeks after 29 June", "36(3)(a)"),
        ("adoption_placed_second", "2017-07-27", "2017-10-27", "3 months after 27", "36(3)(b)"),
        ("adoption_placed_later", "2017-08-31", "2018-02-28", "6 months after", "36(3)(c)"),
    ],
)
def test_every_regime_explains_its_day(deadlines, rule, base_on, due_on, sentence, authority):
    review = Review(
        rule=rule, base_on=date.fromisoformat(base_on), due_on=date.fromisoformat(due_on)
    )
    shown = deadlines.of_review(review)
    assert shown.rule
    assert shown.sentence.startswith(sentence)
    assert f"reg {authority}" in shown.authority


def test_an_adjournment_explains_its_day(deadlines):
    adjourned = Adjournment(adjourned_on=date(2017, 8, 1), resume_by=date(2017, 8, 30))
    shown = deadlines.of_adjournment(adjourned)
    assert shown.sentence == "20 working days after 1 August 2017, leaving out 28 August."
    assert "reg 36(2)" in shown.authority


@pytest.mark.parametrize(
    ("since", "due_on", "state", "distance"),
    [
        ("2017-07-12", date(2017, 7, 19), "overdue", "overdue by 1 working day"),
        ("2017-07-13", date(2017, 7, 20), "today", "due today"),
        ("2017-07-14", date(2017, 7, 21), "due", "1 working day left"),
        ("2017-07-15", date(2017, 7, 21), "due", "1 working day left"),  # a Saturday
    ],
)
def test_a_child_has_an_iro_within_five_working_days(deadlines, since, due_on, state, distance):
    shown = deadlines.of_appointment(date.fromisoformat(since))
    assert (shown.due_on, shown.state, shown.distance) == (due_on, state, distance)
    assert "section 25A" in shown.authority
