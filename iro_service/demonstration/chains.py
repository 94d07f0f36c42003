"""The children looked after when the records begin, with every review since they came."""

from datetime import date, timedelta
from itertools import count
from random import Random

from dateutil.relativedelta import relativedelta

from iro_service.demonstration.course import Course
from iro_service.demonstration.days import CALENDAR, HISTORY_FROM, RECORDS_FROM, working_day_before

FAMILIES = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)  # children who came on one day
# How many reviews a child had had: the weight of each number; one year is about two.
REVIEWS_HELD = {0: 24, 1: 75, 2: 140, 3: 118, 4: 95, 5: 72, 6: 60, 7: 48, 8: 36, 9: 26}
# In which month the next one fell due: the weight of each. A few were overdue already.
DUE = {3: 6, 4: 82, 5: 122, 6: 98, 7: 112, 8: 78, 9: 106}


def family_size(chance: Random, at_most: int) -> int:
    """How many brothers and sisters come together."""
    return min(chance.choice(FAMILIES), at_most)


def children_of_the_first_day(number: int, chance: Random) -> list[Course]:
    """Children looked after the day before the records begin, with their reviews so far."""
    courses: list[Course] = []
    families = count(1)
    while len(courses) < number:
        started_on, days = _days_of_reviews(chance)
        family = next(families)
        for _ in range(family_size(chance, number - len(courses))):
            course = Course(len(courses) + 1, family, started_on)
            for day in days:
                course.hold(day)
            courses.append(course)
    return courses


def _days_of_reviews(chance: Random) -> tuple[date, list[date]]:
    """The day care began and the days of its reviews, worked out backwards from the next one."""
    while True:
        held = chance.choices(list(REVIEWS_HELD), list(REVIEWS_HELD.values()))[0]
        if held == 0:
            return date(2016, 3, chance.randint(3, 31)), []
        # After a first review the next is due within three months.
        months = [month for month in DUE if held > 1 or month <= 6]
        month = chance.choices(months, [DUE[month] for month in months])[0]
        day = chance.randint(22, 31) if month == 3 else chance.randint(1, 30)
        days = [working_day_before(date(2016, month, day) - _apart(held))]
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
