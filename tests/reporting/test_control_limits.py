"""Control limits: Shewhart's formulae worked by hand, and what is more than chance."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.control import Signal, Why, counts_limits, said, shares_limits, signals
from reporting.control.limits import Limits
from reporting.control.words import CHANCE, TOO_FEW

MONTHS = [
    *("April 2016", "May 2016", "June 2016", "July 2016", "August 2016", "September 2016"),
    *("October 2016", "November 2016", "December 2016", "January 2017", "February 2017"),
    "March 2017",
]
EVEN = [(90, 100)] * 12


def test_the_limits_of_a_share_are_three_standard_deviations_either_side_of_the_mean():
    # p = 0.9, n = 100: 3 x sqrt(0.9 x 0.1 / 100) = 0.09.
    limits = shares_limits(EVEN, EVEN)
    assert limits.mean == pytest.approx(90)
    assert limits.each[0] == pytest.approx((81, 99))


def test_each_month_is_judged_by_its_own_number():
    # n = 25: 3 x sqrt(0.09 / 25) = 0.18, so up to 1.08, cut to 100%; n = 400: 0.045.
    limits = shares_limits([(20, 25), (370, 400)], EVEN)
    assert limits.each == (pytest.approx((72, 100)), pytest.approx((85.5, 94.5)))


def test_the_mean_is_of_all_the_cases_and_not_of_the_months():
    # 10 of 10 and seven times 0 of 10: 10 of 80 is 12.5%.
    limits = shares_limits([(1, 10)], [(10, 10)] + [(0, 10)] * 7)
    assert limits.mean == pytest.approx(12.5)
    assert limits.each[0][0] == 0  # 12.5 - 31.4 is cut


def test_the_limits_of_a_count_are_three_roots_either_side_of_the_mean():
    # c = 9: 9 +/- 3 x 3.
    limits = counts_limits([4, None, 9], [9] * 8)
    assert (limits.mean, limits.each) == (9, ((0, 18), None, (0, 18)))
    # c = 16: 16 +/- 3 x 4.
    assert counts_limits([16], [16] * 8).each == ((4, 28),)


@pytest.mark.parametrize("judged_by", [EVEN[:7], [*EVEN[:7], None, (0, 0)]])
def test_there_are_no_limits_under_eight_months(judged_by):
    assert shares_limits(EVEN, judged_by) is None
    assert counts_limits([1] * 7, [1] * 7) is None
    assert signals([1.0] * 12, None) == []
    assert said([], None, MONTHS) == [TOO_FEW]


def test_a_month_without_a_case_is_not_judged():
    limits = shares_limits([(0, 0), None, (9, 10)], EVEN)
    assert limits.each[:2] == (None, None)
    assert signals([None, None, 90.0], limits) == []


def flat(*, mean=50.0, months=12, low=20.0, high=80.0) -> Limits:
    return Limits(mean, ((low, high),) * months)


ZIGZAG = [49.0, 51.0] * 6


def test_months_that_vary_within_the_limits_are_chance():
    assert signals(ZIGZAG, flat()) == []
    assert said([], flat(), MONTHS) == [CHANCE]


def test_a_month_on_a_limit_is_within_it():
    assert signals([20.0, 80.0], flat(months=2)) == []


def test_a_month_outside_the_limits_is_named():
    values = [*ZIGZAG[:10], 19.9, 51.0]
    found = signals(values, flat())
    assert found == [Signal(Why.BELOW, 10, 10)]
    assert said(found, flat(), MONTHS) == ["February 2017 lies below what chance explains."]


def test_several_months_outside_are_named_in_one_sentence():
    found = signals([81.0, 49.0, 95.0, 51.0, 82.0, 49.0], flat(months=6))
    assert said(found, flat(months=6), MONTHS) == [
        "April 2016, June 2016 and August 2016 lie above what chance explains."
    ]


def test_eight_months_on_one_side_of_the_mean_are_a_run_and_seven_are_not():
    run = [51.0, 53.0] * 4
    assert signals([*run[:7], 49.0], flat(months=8)) == []
    found = signals([49.0, *run, 49.0], flat(months=10))
    assert found == [Signal(Why.RUN_ABOVE, 1, 8)]
    assert said(found, flat(), MONTHS) == [
        "From May 2016 to December 2016 every month lies above the mean: that is not chance."
    ]


def test_a_month_on_the_mean_or_not_known_ends_a_run():
    run = [47.0, 49.0] * 4
    for gap in (50.0, None):
        assert signals([*run[:5], gap, *run[:5]], flat(months=11)) == []


def test_six_months_each_higher_than_the_one_before_are_a_climb_and_five_are_not():
    assert signals([46.0, 48.0, 50.0, 52.0, 54.0, 53.0], flat(months=6)) == []
    found = signals([45.0, 46.0, 48.0, 50.0, 52.0, 54.0], flat(months=6))
    assert found == [Signal(Why.RISING, 0, 5)]
    down = signals([54.0, 52.0, 50.0, 48.0, 46.0, 45.0, 45.0], flat(months=7))
    assert down == [Signal(Why.FALLING, 0, 5)]
    assert said(down, flat(), MONTHS) == [
        "From April 2016 to September 2016 each month is lower than the one before: not chance."
    ]


month = st.none() | st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(st.lists(month, max_size=36), st.lists(month, max_size=36))
def test_limits_of_shares_lie_between_none_and_all_with_the_mean_between_them(months, judged_by):
    limits = shares_limits(months, judged_by)
    for band in limits.each if limits else ():
        if band:
            low, high = band
            assert 0 <= low <= limits.mean + 1e-9
            assert limits.mean - 1e-9 <= high <= 100


@given(st.lists(st.none() | st.integers(0, 500), min_size=1, max_size=36))
def test_limits_of_counts_are_never_below_none(months):
    limits = counts_limits(months, months)
    if limits:
        assert all(0 <= band[0] <= limits.mean <= band[1] for band in limits.each if band)


@given(st.lists(st.none() | st.floats(0, 100), max_size=40), st.floats(0, 100))
def test_every_signal_names_months_that_are_known_and_in_order(values, mean):
    limits = Limits(mean, ((20.0, 80.0),) * len(values))
    found = signals(values, limits)
    for one in found:
        assert None not in values[one.first : one.last + 1]
    assert all(a.first <= b.first for a, b in pairwise(found))
