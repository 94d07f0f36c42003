"""The office counts working days: the event is day zero, the due day is the last lawful one."""

import socket
from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statute import calendar as calendar_module
from statute.calendar import UnknownBankHolidays, known_calendar

CALENDAR = known_calendar()
FIRST, LAST = date(2012, 1, 1), date(2028, 12, 31)
# A second opinion, made from rules instead of from the published list. It names Christmas Day on
# its own Saturday as well as on the Monday instead, which changes nothing for working days.
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))

known_days = st.dates(FIRST, LAST)
# Far enough from both ends for any count below to stay inside the known years.
inner_days = st.dates(date(2012, 7, 1), date(2028, 6, 30))


def slow_count(day, n):
    """The count as a person does it on a wall calendar, with the other list of holidays."""
    counted = 0
    while counted < n:
        day += timedelta(days=1)
        if day.isoweekday() <= 5 and day not in ENGLAND:
            counted += 1
    return day


@pytest.mark.parametrize(
    ("event", "due"),
    [
        # Christmas 2016: the 25th is a Sunday, so 26 and 27 December; New Year on 2 January.
        (date(2016, 12, 5), date(2017, 1, 5)),
        # Easter 2017, Good Friday 14 and Monday 17 April, and 1 May.
        (date(2017, 3, 31), date(2017, 5, 3)),
        # The funeral of the Queen, Monday 19 September 2022.
        (date(2022, 8, 30), date(2022, 9, 28)),
        # The jubilee: the spring holiday moved to Thursday 2 June, and Friday 3 June added.
        (date(2022, 5, 16), date(2022, 6, 15)),
        # The coronation, Monday 8 May 2023, a week after 1 May.
        (date(2023, 4, 17), date(2023, 5, 17)),
        # 2020: the early May holiday was moved to Friday 8 May; Monday 4 May was worked.
        (date(2020, 4, 14), date(2020, 5, 13)),
        # Easter 2026, 3 and 6 April.
        (date(2026, 3, 20), date(2026, 4, 21)),
        # No holiday at all: four weeks to the day.
        (date(2017, 6, 1), date(2017, 6, 29)),
        # The event on a Saturday and on the Sunday: both count from the Monday on.
        (date(2017, 6, 3), date(2017, 6, 30)),
        (date(2017, 6, 4), date(2017, 6, 30)),
        # Christmas 2021, a Saturday: the Monday and the Tuesday instead, and 3 January.
        (date(2021, 12, 6), date(2022, 1, 6)),
        # The August holiday, which Scotland does not have then.
        (date(2017, 8, 4), date(2017, 9, 4)),
    ],
)
def test_twenty_working_days_after_an_event(event, due):
    assert CALENDAR.add_working_days(event, 20) == due


@pytest.mark.parametrize(
    ("day", "n", "found"),
    [
        (date(2017, 6, 9), 1, date(2017, 6, 12)),  # Friday to Monday
        (date(2017, 6, 9), 0, date(2017, 6, 9)),
        (date(2017, 6, 10), 0, date(2017, 6, 10)),  # day zero may be a Saturday
        (date(2017, 6, 12), -1, date(2017, 6, 9)),
        (date(2017, 6, 11), -1, date(2017, 6, 9)),
        # A review on Wednesday 4 January 2017: the report is due before the long weekend ends.
        (date(2017, 1, 4), -3, date(2016, 12, 29)),
        (date(2017, 4, 18), -3, date(2017, 4, 11)),  # the Tuesday after Easter
    ],
)
def test_counting_one_day_none_and_backwards(day, n, found):
    assert CALENDAR.add_working_days(day, n) == found


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2012, 6, 5), "Diamond Jubilee"),
        (date(2015, 12, 28), "Boxing Day"),  # instead of Saturday 26
        (date(2016, 12, 27), "Christmas Day"),  # instead of Sunday 25
        (date(2017, 4, 14), "Good Friday"),
        (date(2017, 4, 17), "Easter Monday"),
        (date(2017, 8, 28), "Summer"),
        (date(2020, 5, 8), "VE day"),
        (date(2022, 6, 2), "Spring"),
        (date(2022, 6, 3), "Platinum Jubilee"),
        (date(2022, 9, 19), "State Funeral"),
        (date(2023, 5, 8), "coronation"),
        (date(2028, 1, 3), "New Year"),  # instead of Saturday 1
    ],
)
def test_a_bank_holiday_is_not_worked_and_has_its_name(day, name):
    assert not CALENDAR.is_working_day(day)
    assert name in CALENDAR.holidays[day]


@pytest.mark.parametrize(
    "day",
    [
        date(2020, 5, 4),  # the first Monday of May 2020: the holiday was on the 8th
        date(2022, 5, 30),  # the last Monday of May 2022: the holiday was on 2 June
        date(2017, 8, 7),  # Scotland's summer holiday
        date(2017, 1, 3),  # Scotland's second day of the New Year, moved
        date(2017, 7, 12),  # Northern Ireland's
        date(2016, 12, 28),
    ],
)
def test_a_holiday_of_another_day_or_country_is_worked(day):
    assert CALENDAR.is_working_day(day)


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        (date(2016, 12, 5), date(2017, 1, 5), 20),
        (date(2017, 1, 5), date(2016, 12, 5), -20),
        (date(2017, 6, 9), date(2017, 6, 9), 0),
        (date(2017, 6, 9), date(2017, 6, 11), 0),  # Friday to Sunday
        (date(2017, 6, 10), date(2017, 6, 12), 1),  # Saturday to Monday
        (date(2017, 6, 12), date(2017, 6, 10), -1),
        (date(2017, 4, 13), date(2017, 4, 17), 0),  # Maundy Thursday to Easter Monday
        (date(2017, 4, 13), date(2017, 4, 18), 1),
    ],
)
def test_working_days_between_two_days(earlier, later, days):
    assert CALENDAR.working_days_between(earlier, later) == days


def test_the_days_left_out_are_named_in_order_and_only_in_the_week():
    assert CALENDAR.left_out(date(2016, 12, 5), date(2017, 1, 5)) == (
        (date(2016, 12, 26), "Boxing Day"),
        (date(2016, 12, 27), "Christmas Day"),
        (date(2017, 1, 2), "New Year’s Day"),
    )


def test_left_out_begins_after_the_first_day_and_ends_with_the_last():
    boxing_day, instead = date(2016, 12, 26), date(2016, 12, 27)
    assert [day for day, _ in CALENDAR.left_out(boxing_day, instead)] == [instead]
    assert CALENDAR.left_out(instead, boxing_day) == ()


def test_a_bank_holiday_on_a_sunday_is_not_named_among_the_days_left_out():
    on_a_sunday = known_calendar([(date(2017, 6, 11), "Thanksgiving")])
    assert on_a_sunday.left_out(date(2017, 6, 9), date(2017, 6, 12)) == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: CALENDAR.is_working_day(date(2029, 1, 1)),
        lambda: CALENDAR.is_working_day(date(2029, 1, 6)),  # a Saturday is refused too
        lambda: CALENDAR.add_working_days(date(2028, 12, 29), 1),
        lambda: CALENDAR.add_working_days(date(2028, 12, 15), 20),
        lambda: CALENDAR.working_days_between(date(2028, 12, 29), date(2029, 1, 2)),
        lambda: CALENDAR.working_days_between(date(2029, 1, 2), date(2028, 12, 29)),
        lambda: CALENDAR.left_out(date(2028, 12, 20), date(2029, 1, 2)),
    ],
)
def test_past_the_known_bank_holidays_the_calendar_refuses(ask):
    with pytest.raises(UnknownBankHolidays) as refusal:
        ask()
    assert str(refusal.value).startswith(
        "The bank holidays of 2029 are not known yet: they are known from 2012 to 2028. "
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda: CALENDAR.is_working_day(date(2011, 12, 30)),
        lambda: CALENDAR.add_working_days(date(2012, 1, 3), -1),
        lambda: CALENDAR.working_days_between(date(2011, 12, 29), date(2012, 1, 4)),
        lambda: CALENDAR.left_out(date(2011, 12, 20), date(2012, 1, 4)),
    ],
)
def test_before_the_known_bank_holidays_the_calendar_refuses(ask):
    with pytest.raises(UnknownBankHolidays, match="of 2011 are not known: they are known from"):
        ask()


def test_the_last_and_first_known_days_are_still_counted():
    assert CALENDAR.add_working_days(date(2028, 12, 28), 1) == date(2028, 12, 29)
    # Day zero itself is not looked at, so an event on New Year's Eve 2011 can be counted from.
    assert CALENDAR.add_working_days(date(2011, 12, 31), 1) == date(2012, 1, 3)


def test_every_known_year_has_its_eight_bank_holidays():
    # Half a year in the list would look like a year with few holidays.
    years = [day.year for day in CALENDAR.holidays]
    assert (CALENDAR.first_year, CALENDAR.last_year) == (2012, 2028)
    assert all(years.count(year) >= 8 for year in range(2012, 2029))


def test_a_moment_is_refused_where_a_day_is_meant():
    # It would equal no bank holiday and so count as worked.
    with pytest.raises(TypeError, match="not from moments"):
        CALENDAR.is_working_day(datetime(2017, 4, 17, 9, tzinfo=UTC))


def test_a_proclaimed_day_is_left_out_from_then_on():
    proclaimed = known_calendar([(date(2026, 6, 15), "Bank holiday for a victory")])
    assert CALENDAR.add_working_days(date(2026, 6, 12), 1) == date(2026, 6, 15)
    assert proclaimed.add_working_days(date(2026, 6, 12), 1) == date(2026, 6, 16)
    assert proclaimed.left_out(date(2026, 6, 12), date(2026, 6, 16)) == (
        (date(2026, 6, 15), "Bank holiday for a victory"),
    )


def test_a_proclaimed_day_does_not_make_its_year_known():
    proclaimed = known_calendar([(date(2029, 6, 15), "Jubilee")])
    assert proclaimed.last_year == 2028
    with pytest.raises(UnknownBankHolidays):
        proclaimed.is_working_day(date(2029, 6, 15))


def test_a_day_published_since_it_was_entered_keeps_its_published_name():
    entered = known_calendar([(date(2022, 9, 19), "Funeral")])
    assert "State Funeral" in entered.holidays[date(2022, 9, 19)]


def test_the_order_in_which_days_were_entered_does_not_matter():
    jubilee, victory = (date(2026, 6, 15), "Jubilee"), (date(2026, 7, 20), "Victory")
    assert known_calendar([jubilee, victory]) is known_calendar(iter([victory, jubilee]))
    assert hash(known_calendar([jubilee])) == hash(known_calendar([jubilee]))


def test_nobody_can_edit_the_list_that_others_count_with():
    with pytest.raises(TypeError):
        CALENDAR.holidays[date(2017, 6, 1)] = "A day off"


def test_the_list_is_read_without_the_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the calendar used the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr("govuk_bank_holidays.bank_holidays.requests.get", refuse)
    fresh = calendar_module._published.__wrapped__()
    assert fresh == dict(CALENDAR.holidays)


def test_every_day_of_the_known_years_agrees_with_the_second_opinion():
    day, disagreed = FIRST, []
    while day <= LAST:
        if CALENDAR.is_working_day(day) != (day.isoweekday() <= 5 and day not in ENGLAND):
            disagreed.append(day)
        day += timedelta(days=1)
    assert disagreed == []


@given(inner_days, st.integers(1, 60))
def test_adding_agrees_with_a_slow_count(day, n):
    assert CALENDAR.add_working_days(day, n) == slow_count(day, n)


@given(inner_days, st.integers(-60, 60).filter(bool))
def test_a_count_never_ends_on_a_day_off(day, n):
    assert CALENDAR.is_working_day(CALENDAR.add_working_days(day, n))


@given(inner_days, st.integers(0, 60))
def test_the_days_added_are_the_days_between(day, n):
    assert CALENDAR.working_days_between(day, CALENDAR.add_working_days(day, n)) == n


@given(inner_days, st.integers(0, 60))
def test_counting_forward_and_back_returns_to_a_working_day(day, n):
    worked = CALENDAR.add_working_days(day, 1)
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(worked, n), -n) == worked


@given(inner_days, inner_days, st.integers(0, 60))
def test_a_later_event_is_never_due_earlier(one, other, n):
    earlier, later = sorted((one, other))
    assert CALENDAR.add_working_days(earlier, n) <= CALENDAR.add_working_days(later, n) or n == 0


@given(inner_days, st.integers(0, 59))
def test_a_longer_limit_is_always_due_later(day, n):
    assert CALENDAR.add_working_days(day, n) < CALENDAR.add_working_days(day, n + 1)


@given(known_days, st.integers(0, 200), st.integers(0, 200))
def test_the_days_between_add_up_and_swap_their_sign(day, first, second):
    middle = min(day + timedelta(days=first), LAST)
    end = min(middle + timedelta(days=second), LAST)
    between = CALENDAR.working_days_between
    assert between(day, middle) + between(middle, end) == between(day, end)
    assert between(end, day) == -between(day, end)


@given(inner_days, st.integers(1, 60))
def test_a_proclaimed_day_never_brings_a_deadline_forward(day, n):
    proclaimed = known_calendar([(date(2020, 6, 15), "Jubilee"), (date(2017, 6, 5), "Victory")])
    assert proclaimed.add_working_days(day, n) >= CALENDAR.add_working_days(day, n)
