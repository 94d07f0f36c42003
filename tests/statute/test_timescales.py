"""When each duty is due, told as a reviewing officer would check it on a wall calendar."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statute.calendar import UnknownBankHolidays, known_calendar
from statute.clocks import CLOCKS
from statute.timescales import (
    Deadline,
    deadline,
    distance,
    explain,
    explain_outcome_form,
    outcome_form_due_at,
)

CALENDAR = known_calendar()
LONDON = ZoneInfo("Europe/London")


def due(rule, base_on, **options):
    return deadline(rule, base_on, CALENDAR, **options).due_on


@pytest.mark.parametrize(
    ("rule", "base_on", "due_on"),
    [
        ("iro_appointed", date(2016, 12, 22), date(2017, 1, 3)),  # over Christmas
        ("first_review", date(2016, 12, 5), date(2017, 1, 5)),
        ("second_review", date(2017, 1, 5), date(2017, 4, 5)),
        ("later_review", date(2017, 4, 5), date(2017, 10, 5)),
        ("short_breaks_first", date(2017, 1, 5), date(2017, 4, 5)),
        ("short_breaks_later", date(2017, 4, 5), date(2017, 10, 5)),
        ("adoption_authorised_first", date(2017, 1, 5), date(2017, 4, 5)),
        ("adoption_authorised_later", date(2017, 4, 5), date(2017, 10, 5)),
        ("adoption_placed_first", date(2016, 12, 5), date(2017, 1, 2)),  # weeks know no holiday
        ("adoption_placed_second", date(2017, 1, 2), date(2017, 4, 2)),  # a Sunday stays
        ("adoption_placed_later", date(2017, 4, 2), date(2017, 10, 2)),
        ("adjournment", date(2017, 3, 31), date(2017, 5, 3)),
        ("decisions_to_manager", date(2017, 4, 12), date(2017, 4, 21)),  # over Easter
        ("manager_answer", date(2017, 4, 21), date(2017, 4, 28)),
        ("record_first_reminder", date(2016, 12, 5), date(2016, 12, 28)),
        ("record_completed", date(2016, 12, 5), date(2017, 1, 5)),
        ("record_distributed", date(2016, 12, 5), date(2017, 1, 5)),
        ("social_workers_report", date(2017, 1, 4), date(2016, 12, 29)),
        ("dispute_total", date(2022, 8, 30), date(2022, 9, 28)),
        ("dispute_stage", date(2022, 9, 14), date(2022, 9, 22)),  # 19 September 2022
    ],
)
def test_each_duty_is_due_on_its_day(rule, base_on, due_on):
    assert deadline(rule, base_on, CALENDAR) == Deadline(due_on, rule, base_on)


@pytest.mark.parametrize(
    ("rule", "base_on", "due_on"),
    [
        # No 31st there: that month's last day.
        ("later_review", date(2016, 8, 31), date(2017, 2, 28)),
        ("later_review", date(2015, 8, 31), date(2016, 2, 29)),  # a leap year
        ("later_review", date(2016, 8, 29), date(2017, 2, 28)),
        ("later_review", date(2016, 8, 28), date(2017, 2, 28)),
        ("second_review", date(2016, 11, 30), date(2017, 2, 28)),
        ("second_review", date(2017, 3, 31), date(2017, 6, 30)),
        # From a month's end to a longer month: the same day, not the last one.
        ("second_review", date(2016, 2, 29), date(2016, 5, 29)),
        ("later_review", date(2017, 2, 28), date(2017, 8, 28)),
        # Over the year's end.
        ("second_review", date(2016, 11, 15), date(2017, 2, 15)),
    ],
)
def test_a_month_is_the_same_day_later_or_that_months_last_day(rule, base_on, due_on):
    assert due(rule, base_on) == due_on


@pytest.mark.parametrize(
    ("rule", "base_on", "due_on"),
    [
        ("second_review", date(2017, 1, 5), date(2017, 4, 6)),  # 91 days
        ("later_review", date(2017, 1, 5), date(2017, 7, 7)),  # 183 days
        ("later_review", date(2015, 8, 31), date(2016, 3, 1)),  # 183 days over 29 February
    ],
)
def test_a_council_may_count_91_and_183_days_instead(rule, base_on, due_on):
    assert due(rule, base_on, count_months_as="days") == due_on


def test_counting_months_as_days_leaves_weeks_and_working_days_alone():
    for rule in ("first_review", "adoption_placed_first"):
        base_on = date(2017, 1, 5)
        assert due(rule, base_on, count_months_as="days") == due(rule, base_on)


def test_months_need_no_bank_holidays_and_working_days_do():
    assert due("later_review", date(2028, 9, 1)) == date(2029, 3, 1)
    with pytest.raises(UnknownBankHolidays, match="of 2029 are not known yet"):
        due("first_review", date(2028, 12, 15))


def test_oversight_falls_half_way_to_the_next_review():
    assert due("oversight", date(2017, 1, 5), until=date(2017, 7, 5)) == date(2017, 4, 5)
    # An odd number of days between: the earlier of the two in the middle.
    assert due("oversight", date(2017, 1, 5), until=date(2017, 1, 8)) == date(2017, 1, 6)


def test_a_council_sets_its_own_number_only_where_the_clock_is_not_law():
    assert due("record_completed", date(2017, 6, 1), amount=15) == date(2017, 6, 22)
    with pytest.raises(ValueError, match="not the council's to change"):
        due("first_review", date(2017, 6, 1), amount=25)
    with pytest.raises(ValueError, match="at least 1"):
        due("record_completed", date(2017, 6, 1), amount=0)


@pytest.mark.parametrize(
    ("rule", "options", "sentence"),
    [
        ("outcome_form", {}, "counted in hours"),
        ("later_review", {"count_months_as": "weeks"}, "counted as 'months' or as 'days'"),
        ("oversight", {}, "needs the day the next review is due"),
        ("later_review", {"until": date(2018, 1, 1)}, "needs the day the next review is due"),
        ("oversight", {"until": date(2016, 1, 1)}, "before the last one"),
    ],
)
def test_a_setting_that_does_not_fit_the_clock_is_refused(rule, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        due(rule, date(2017, 6, 1), **options)


def test_an_unknown_rule_and_a_moment_are_refused():
    with pytest.raises(KeyError):
        due("third_review", date(2017, 6, 1))
    with pytest.raises(TypeError, match="not from a moment"):
        due("later_review", datetime(2017, 6, 1, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("rule", "base_on", "options", "sentence"),
    [
        (
            "first_review", date(2016, 12, 5), {},
            "20 working days after 5 December 2016, "
            "leaving out 26 and 27 December and 2 January",
        ),
        ("later_review", date(2016, 8, 31), {}, "6 months after 31 August 2016"),
        (
            "later_review", date(2016, 8, 31), {"count_months_as": "days"},
            "183 days (6 months) after 31 August 2016",
        ),
        ("adoption_placed_first", date(2016, 12, 5), {}, "4 weeks after 5 December 2016"),
        ("first_review", date(2017, 6, 1), {}, "20 working days after 1 June 2017"),
        (
            "first_review", date(2017, 3, 31), {},
            "20 working days after 31 March 2017, leaving out 14 and 17 April and 1 May",
        ),
        (
            "social_workers_report", date(2017, 1, 4), {},
            "3 working days before 4 January 2017, leaving out 2 January",
        ),
        (
            "decisions_to_manager", date(2017, 6, 1), {"amount": 1},
            "1 working day after 1 June 2017",
        ),
        (
            "oversight", date(2017, 1, 5), {"until": date(2017, 7, 5)},
            "half-way between 5 January 2017 and 5 July 2017",
        ),
    ],
)  # fmt: skip
def test_a_page_can_say_why_a_day_is_the_day(rule, base_on, options, sentence):
    explained = explain(rule, base_on, CALENDAR, **options)
    assert explained.sentence == sentence
    assert explained.due_on == due(rule, base_on, **options)
    assert explained.base_on == base_on
    assert explained.authority == CLOCKS[rule].authority


def test_three_days_left_out_of_one_month_are_listed_with_one_and():
    proclaimed = known_calendar([(date(2017, 4, 20), "Jubilee")])
    sentence = explain("first_review", date(2017, 4, 3), proclaimed).sentence
    assert sentence.endswith("leaving out 14, 17 and 20 April and 1 May")


def test_the_days_left_out_come_with_their_names():
    explained = explain("social_workers_report", date(2017, 1, 4), CALENDAR)
    assert explained.left_out == ((date(2017, 1, 2), "New Year’s Day"),)
    # Counted back from a bank holiday, that day is the event and was not left out.
    on_new_year = explain("social_workers_report", date(2017, 1, 2), CALENDAR)
    assert date(2017, 1, 2) not in [day for day, _ in on_new_year.left_out]


@given(
    st.sampled_from(sorted({*CLOCKS} - {"outcome_form", "oversight"})),
    st.dates(date(2013, 1, 1), date(2027, 12, 31)),
)
def test_an_explanation_always_names_the_day_of_the_deadline(rule, base_on):
    explained = explain(rule, base_on, CALENDAR)
    assert explained.due_on == due(rule, base_on)
    if CLOCKS[rule].unit == "working days":
        between = CALENDAR.working_days_between(base_on, explained.due_on)
        # Counting back from a day off, the steps are one more than the days between.
        assert abs(between) in (abs(CLOCKS[rule].amount), abs(CLOCKS[rule].amount) - 1)
        low, high = sorted((base_on, explained.due_on))
        assert all(low <= day <= high for day, _ in explained.left_out)


@pytest.mark.parametrize(
    ("held_at", "due_at"),
    [
        (datetime(2017, 6, 9, 14, tzinfo=LONDON), datetime(2017, 6, 10, 14, tzinfo=LONDON)),
        # Summer time ends in the night to Sunday 30 October 2016: the wall clock says 13:00.
        (datetime(2016, 10, 29, 14, tzinfo=LONDON), datetime(2016, 10, 30, 13, tzinfo=LONDON)),
        # It begins in the night to Sunday 26 March 2017: the wall clock says 15:00.
        (datetime(2017, 3, 25, 14, tzinfo=LONDON), datetime(2017, 3, 26, 15, tzinfo=LONDON)),
        (datetime(2017, 6, 9, 14, tzinfo=UTC), datetime(2017, 6, 10, 14, tzinfo=UTC)),
    ],
)
def test_the_outcome_form_is_due_24_real_hours_after_the_review(held_at, due_at):
    found = outcome_form_due_at(held_at)
    assert found == due_at
    assert found.tzinfo is held_at.tzinfo
    assert found.astimezone(UTC) - held_at.astimezone(UTC) == timedelta(hours=24)


def test_a_time_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="needs its time zone"):
        outcome_form_due_at(datetime(2017, 6, 9, 14))  # noqa: DTZ001 - the point of the test


def test_the_outcome_forms_limit_is_told_in_the_time_of_london():
    explained = explain_outcome_form(datetime(2017, 6, 9, 23, 30, tzinfo=timezone.utc))  # noqa: UP017
    assert explained.sentence == "24 hours after 00:30 on 10 June 2017"
    assert (explained.base_on, explained.due_on) == (date(2017, 6, 10), date(2017, 6, 11))


@pytest.mark.parametrize(
    ("due_on", "on", "working_days", "days"),
    [
        (date(2017, 6, 14), date(2017, 6, 9), "3 working days left", "5 days left"),
        (date(2017, 6, 9), date(2017, 6, 8), "1 working day left", "1 day left"),
        (date(2017, 6, 9), date(2017, 6, 9), "due today", "due today"),
        (date(2017, 6, 9), date(2017, 6, 12), "overdue by 1 working day", "overdue by 3 days"),
        (date(2017, 6, 9), date(2017, 6, 13), "overdue by 2 working days", "overdue by 4 days"),
        (date(2017, 6, 8), date(2017, 6, 9), "overdue by 1 working day", "overdue by 1 day"),
        # Over Easter four days pass and none of them is worked.
        (date(2017, 4, 13), date(2017, 4, 18), "overdue by 1 working day", "overdue by 5 days"),
        # Late is the day after, even on a Saturday; a Sunday's duty has no working day left.
        (
            date(2017, 6, 9), date(2017, 6, 10),
            "overdue by less than 1 working day", "overdue by 1 day",
        ),
        (date(2017, 6, 11), date(2017, 6, 9), "no working days left", "2 days left"),
    ],
)  # fmt: skip
def test_the_distance_to_a_deadline_in_words(due_on, on, working_days, days):
    assert distance(due_on, on, CALENDAR) == working_days
    assert distance(due_on, on, CALENDAR, unit="days") == days


@given(st.dates(date(2014, 1, 1), date(2026, 12, 31)), st.integers(-400, 400))
def test_a_distance_says_overdue_exactly_when_the_day_has_passed(due_on, days):
    on = due_on + timedelta(days=days)
    for unit in ("working days", "days"):
        told = distance(due_on, on, CALENDAR, unit)
        assert told.startswith("overdue") == (due_on < on)
        assert (told == "due today") == (due_on == on)
        assert "-" not in told


def test_a_distance_in_days_is_told_where_bank_holidays_are_not_known():
    due_on, on = date(2029, 3, 1), date(2028, 12, 1)
    assert distance(due_on, on, CALENDAR, CLOCKS["later_review"].distance_unit) == "90 days left"
    with pytest.raises(UnknownBankHolidays):
        distance(due_on, on, CALENDAR, CLOCKS["first_review"].distance_unit)


def test_a_distance_in_another_unit_is_refused():
    with pytest.raises(ValueError, match="not in weeks"):
        distance(date(2017, 6, 9), date(2017, 6, 9), CALENDAR, unit="weeks")
