"""The plan of every period of care: month by month, so that the published year comes out."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from random import Random

from iro_service.demonstration import published
from iro_service.demonstration.adoption import Adoptions
from iro_service.demonstration.chains import children_of_the_first_day, family_size
from iro_service.demonstration.course import Course
from iro_service.demonstration.days import TODAY, month_end, working_days
from iro_service.demonstration.dice import dice
from iro_service.demonstration.month import Work, do_the_months_work
from iro_service.demonstration.published import Month

# Children who came and who left in each month; April to July 2017 are the demonstration's own.
STARTS = (26, 30, 30, 27, 24, 31, 33, 32, 22, 30, 28, 28, 28, 29, 27, 17)
ENDS = (22, 22, 23, 28, 26, 22, 20, 20, 24, 20, 20, 21, 22, 22, 24, 14)
AFTERWARDS = (
    Month(date(2017, 4, 1), 150, 139),
    Month(date(2017, 5, 1), 188, 175),
    Month(date(2017, 6, 1), 172, 160),
    Month(date(2017, 7, 1), 86, 82),
)
OVERDUE_TODAY = 8


@lru_cache(maxsize=1)
def the_plan() -> list[Course]:
    """Every period of care up to the business day, its reviews and its end."""
    chance = dice("plan")
    before = published.headline("children looked after", "2016-03-31")
    courses = children_of_the_first_day(before, chance)
    months = [*published.months("2016-17"), *AFTERWARDS]
    families = count(courses[-1].family + 1)
    adoptions = Adoptions(dice("adoption"))
    for n, month in enumerate(months):
        last = min(month_end(month.first), TODAY - timedelta(days=1))
        following = months[n + 1].late if n + 1 < len(months) else 0
        _start(courses, STARTS[n], month.first, last, families, chance)
        adoptions.happen(courses, month.first)
        do_the_months_work(
            courses,
            Work(
                month.first,
                last,
                month.in_timescale,
                month.late,
                ENDS[n],
                round(following * 0.5) if following else OVERDUE_TODAY,
            ),
            chance,
        )
    return courses


def _start(
    courses: list[Course],
    number: int,
    first: date,
    last: date,
    families: Iterator[int],
    chance: Random,
) -> None:
    """Children become looked after in the month, families together."""
    days = working_days(first, last)
    until = len(courses) + number
    while len(courses) < until:
        family, day = next(families), chance.choice(days)
        for _ in range(family_size(chance, until - len(courses))):
            courses.append(Course(len(courses) + 1, family, day))
