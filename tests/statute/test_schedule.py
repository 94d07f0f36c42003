"""Which review comes next, followed through the lives of a few children."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statute.calendar import UnknownBankHolidays, known_calendar
from statute.schedule import REGIMES, next_review
from statute.timescales import Deadline

CALENDAR = known_calendar()


def follow(regime, counted_from, *held, **options):
    return next_review(
        regime=regime, counted_from=counted_from, held=held, calendar=CALENDAR, **options
    )


@pytest.mark.parametrize(
    ("regime", "counted_from", "held", "rule", "due_on"),
    [
        # A child comes into care on Monday 5 December 2016.
        ("ordinary", date(2016, 12, 5), [], "first_review", date(2017, 1, 5)),
        ("ordinary", date(2016, 12, 5), [date(2017, 1, 5)], "second_review", date(2017, 4, 5)),
        # The first review was early: the second comes 3 months after it all the same.
        ("ordinary", date(2016, 12, 5), [date(2016, 12, 14)], "second_review", date(2017, 3, 14)),
        # And it was late: the child does not wait less, nor longer, for the second.
        ("ordinary", date(2016, 12, 5), [date(2017, 1, 20)], "second_review", date(2017, 4, 20)),
        (
            "ordinary", date(2016, 12, 5), [date(2017, 1, 5), date(2017, 3, 30)],
            "later_review", date(2017, 9, 30),
        ),
        (
            "ordinary", date(2016, 12, 5),
            [date(2017, 1, 5), date(2017, 3, 30), date(2017, 8, 31)],
            "later_review", date(2018, 2, 28),
        ),
        # Held on the very day the child came into care.
        ("ordinary", date(2016, 12, 5), [date(2016, 12, 5)], "second_review", date(2017, 3, 5)),
        # Short breaks: no review in 20 days, and 6 months straight after the first.
        ("short_breaks", date(2016, 12, 5), [], "short_breaks_first", date(2017, 3, 5)),
        (
            "short_breaks", date(2016, 12, 5), [date(2017, 3, 1)],
            "short_breaks_later", date(2017, 9, 1),
        ),
        (
            "short_breaks", date(2016, 12, 5), [date(2017, 3, 1), date(2017, 9, 1)],
            "short_breaks_later", date(2018, 3, 1),
        ),
        # A placement order on 10 January 2017, adopters not yet found.
        (
            "authorised_for_adoption", date(2017, 1, 10), [],
            "adoption_authorised_first", date(2017, 4, 10),
        ),
        (
            "authorised_for_adoption", date(2017, 1, 10), [date(2017, 4, 3)],
            "adoption_authorised_later", date(2017, 10, 3),
        ),
        # Placed with adopters on 5 December 2016: Christmas stops no week.
        (
            "placed_for_adoption", date(2016, 12, 5), [],
            "adoption_placed_first", date(2017, 1, 2),
        ),
        (
            "placed_for_adoption", date(2016, 12, 5), [date(2016, 12, 30)],
            "adoption_placed_second", date(2017, 3, 30),
        ),
        (
            "placed_for_adoption", date(2016, 12, 5), [date(2016, 12, 30), date(2017, 3, 30)],
            "adoption_placed_later", date(2017, 9, 30),
        ),
        (
            "placed_for_adoption", date(2016, 12, 5),
            [date(2016, 12, 30), date(2017, 3, 30), date(2017, 9, 30)],
            "adoption_placed_later", date(2018, 3, 30),
        ),
    ],
)  # fmt: skip
def test_the_next_review_of_a_child(regime, counted_from, held, rule, due_on):
    base_on = held[-1] if held else counted_from
    assert follow(regime, counted_from, *held) == Deadline(due_on, rule, base_on)


def test_a_new_period_of_care_starts_afresh():
    # Reviews of the earlier period are not told, so the 20 working days run again.
    assert follow("ordinary", date(2017, 3, 31)).due_on == date(2017, 5, 3)


def test_a_council_that_counts_days_gets_91_and_183():
    began, first, second = date(2016, 12, 5), date(2017, 1, 5), date(2017, 4, 6)
    assert follow("ordinary", began, first, count_months_as="days").due_on == second
    later = follow("ordinary", began, first, second, count_months_as="days")
    assert later.due_on == date(2017, 10, 6)


def test_reviews_out_of_order_or_before_the_clock_began_are_refused():
    began = date(2016, 12, 5)
    with pytest.raises(ValueError, match="in order"):
        follow("ordinary", began, date(2017, 3, 30), date(2017, 1, 5))
    with pytest.raises(ValueError, match="none before the clock began"):
        follow("ordinary", began, date(2016, 12, 4))


def test_an_unknown_regime_is_refused():
    with pytest.raises(ValueError, match="no review regime called respite"):
        follow("respite", date(2016, 12, 5))


def test_a_first_review_past_the_known_bank_holidays_is_refused_and_a_later_one_is_not():
    with pytest.raises(UnknownBankHolidays):
        follow("ordinary", date(2028, 12, 15))
    assert follow("ordinary", date(2028, 11, 1), date(2028, 11, 20)).due_on == date(2029, 2, 20)


@given(
    st.sampled_from(sorted(REGIMES)),
    st.dates(date(2013, 1, 1), date(2020, 12, 31)),
    st.lists(st.integers(0, 190), max_size=8),
    st.sampled_from(["months", "days"]),
)
def test_the_next_review_is_always_ahead_and_never_more_than_half_a_year(
    regime, counted_from, gaps, count_months_as
):
    held, day = [], counted_from
    for gap in gaps:
        day += timedelta(days=gap)
        held.append(day)
    found = follow(regime, counted_from, *held, count_months_as=count_months_as)
    assert found.base_on == day
    assert timedelta(days=26) <= found.due_on - day <= timedelta(days=184)
