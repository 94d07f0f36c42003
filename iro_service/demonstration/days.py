"""The days of the demonstration."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import date, timedelta

from statute.calendar import known_calendar

CALENDAR = known_calendar()
TODAY = date(2017, 7, 20)  # the business day
RECORDS_FROM = date(2016, 4, 1)
YEAR_END = date(2017, 3, 31)
HISTORY_FROM = date(2012, 1, 4)  # bank holidays are known from 2012, so first reviews are too

_ALL = [date(2012, 1, 1) + timedelta(days=n) for n in range(366 * 6)]
WORKING = [day for day in _ALL if CALENDAR.is_working_day(day)]


def working_days(first: date, last: date) -> list[date]:
    """The working days from the first to the last, both included."""
    return WORKING[bisect_left(WORKING, first) : bisect_right(WORKING, last)]


def working_day_before(day: date) -> date:
    """The day itself if offices work, else the last working day before it."""
    return WORKING[bisect_right(WORKING, day) - 1]


def working_day_after(day: date) -> date:
    """The day itself if offices work, else the next working day."""
    return WORKING[bisect_left(WORKING, day)]


def month_end(first: date) -> date:
    """The last day of the month."""
    return first.replace(day=monthrange(first.year, first.month)[1])
