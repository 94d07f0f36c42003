"""The children looked after when the records begin, with every review since they came."""

from datetime import date, timedelta
from itertools import count
from random import Random

from dateutil.relativedelta import relativedelta

from iro_service.demonstration.course import Course
from iro_service.demonstration.days import (
    CALENDAR,
    HISTORY_FROM,
    RECORDS_FROM,
    working_day_after,
    working_day_before,
)

FAMILIES = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)  # children who came on one day
# How many reviews a child had had: the weight of each number; one year is about two.
REVIEWS_HELD = {0: 34, 1: 100, 2: 135, 3: 112, 4: 88, 5: 68, 6: 56, 7: 45, 8: 33, 9: 23}
OVERDUE = 5  # families whose review was due in March and is held in April
# In which month the next one fell due: the weight of each.
DUE = {4: 76, 5: 108, 6: 96, 7: 118, 8: 92, 9: 120}


def family_size(chance: Random, at_most: int) -> int:
    """How many brothers and sisters come together."""
    return min(chance.choice(FAMILIES), at_most)


def children_of_the_first_day(number: int, chance: Random) -> list[Course]:
    """Children looked after the day before the records begin, with their reviews so far."""
    courses: list[Course] = []
    families = count(1)
    while len(courses) < number:
        family = next(families)
        started_on, days = _days_of_reviews(chance, overdue=family <= OVERDUE)
        for _ in range(family_size(chance, number - len(courses))):
            course = Course(len(courses) + 1, family, started_on)
            for day in days:
                course.hold(day)
            courses.append(course)
    return courses


def _days_of_reviews(chance: Random, *, overdue: bool) -> tuple[date, list[date]]:
    """The day care began and the days of its reviews, worked out backwards from the next one."""
    while True:
        held = chance.choices(list(REVIEWS_HELD), list(REVIEWS_HELD.values()))[0]
        if overdue and held < 2:
            continue
        if held == 0:
            return date(2016, 3, chance.randint(3, 31)), []
        # After a first review the next is due within three months.
        months = [month for month in DUE if held > 1 or month <= 6]
        month = chance.choices(months, [DUE[month] for month in months])[0]
        month, day = (3, chance.randint(22, 30)) if overdue else (month, chance.randint(1, 28))
        # Moved to a working day without crossing into another month's due days.
        moved = working_day_before if overdue else working_day_after
        days = [moved(date(2016, month, day) - _apart(held))]
        for gap in range(held - 1, 0, -1):
            # Most are held some days early, now and then one is late.
            early = -chance.randint(1, 9) if chance.random() < 0.1 else chance.randint(0, 24)
            days.append(working_day_before(days[-1] - _apart(gap) + timedelta(days=early)))
        days.reverse()
        started_on = CALENDAR.add_working_days(days[0], -chance.randint(12, 20))
        if started_on >= HISTORY_FROM and days[-1] < RECORDS_FROM:
            return started_on, days


def _apart(held: int) -> relativedelta:
    """The longest time from the review of that number to the next."""
    return relativedelta(months=3 if held == 1 else 6)
