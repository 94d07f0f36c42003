"""Month by month: who comes, who goes, and whose review is held early, in time or late."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from random import Random

from iro_service.demonstration import published
from iro_service.demonstration.adoption import Adoptions
from iro_service.demonstration.chains import children_of_the_first_day, family_size
from iro_service.demonstration.course import Course
from iro_service.demonstration.days import (
    TODAY,
    month_end,
    working_day_before,
    working_days,
)
from iro_service.demonstration.dice import dice
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
SHORTEST = {"first_review": 11, "second_review": 45}  # days between a review and the one before
EARLIEST = 40  # days before the due day


@dataclass
class _Month:
    """One month's work in the making."""

    first: date
    last: date
    in_time: int
    late: int
    ends: int
    left_overdue: int  # how many reviews due in the month wait for the next one


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
        _review(
            courses,
            _Month(
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


def _start(courses, number, first, last, families, chance) -> None:
    """Children become looked after in the month, families together."""
    days = working_days(first, last)
    until = len(courses) + number
    while len(courses) < until:
        family, day = next(families), chance.choice(days)
        for _ in range(family_size(chance, until - len(courses))):
            courses.append(Course(len(courses) + 1, family, day))


def _review(courses: list[Course], month: _Month, chance: Random) -> None:
    """Children leave, and exactly so many reviews are held in time and late."""
    here = [course for course in courses if course.ended_on is None]
    overdue = [course for course in here if course.next.due_on < month.first]
    due = [c for c in here if month.first <= c.next.due_on <= month.last]
    at_the_end = [c for c in due if c.next.due_on > month.last - timedelta(days=12)]
    waiting = _pick(at_the_end, min(month.left_overdue, len(at_the_end) * 2 // 3), chance)
    due = _without(due, waiting)
    late = _pick(
        [c for c in due if c.next.due_on <= month.last - timedelta(days=5)],
        month.late - len(overdue),
        chance,
    )
    due = _without(due, late)
    # Too many reviews for the month: those who leave before theirs are among the leavers.
    too_many = len(overdue) + len(late) + len(due) - (month.in_time + month.late) + 15
    leaving = _pick(
        [
            course
            for course in due
            if _first_day_to_leave(course, month) < course.next.due_on
            and course.regime == "ordinary"
        ],
        min(max(too_many, 1), month.ends),
        chance,
    )
    in_time = _without(due, leaving)
    soon = [
        course
        for course in here
        if month.last < course.next.due_on <= month.last + timedelta(days=EARLIEST)
        and working_days(max(month.first, _earliest(course)), month.last)
    ]
    early = _pick(soon, month.in_time - len(in_time), chance, order=lambda c: c.next.due_on)
    staying = _without(here, [*overdue, *late, *in_time, *waiting, *leaving, *early])
    leaving += _pick(
        [
            course
            for course in staying
            if _may_leave(course, month)
            and _first_day_to_leave(course, month) <= month.last
            and course.next.due_on > month.last
        ],
        month.ends - len(leaving),
        chance,
    )
    _hold(overdue, lambda c: (month.first, month.first + timedelta(days=14)), chance)
    _hold(late, lambda c: (c.next.due_on + timedelta(days=1), month.last), chance, near=16)
    _hold(in_time, lambda c: (max(month.first, _earliest(c)), c.next.due_on), chance, back=14)
    _hold(early, lambda c: (max(month.first, _earliest(c)), month.last), chance, back=18)
    _leave(leaving, month, chance)


def _earliest(course: Course) -> date:
    """The first day on which the next review would make sense."""
    apart = SHORTEST.get(course.next.rule, 20 if "adoption" in course.next.rule else 120)
    since = course.next.base_on + timedelta(days=apart)
    return max(since, course.next.due_on - timedelta(days=EARLIEST))


def _pick(
    candidates: Iterable[Course],
    number: int,
    chance: Random,
    order: Callable[[Course], object] | None = None,
) -> list[Course]:
    """So many of the children, families together where the number allows it."""
    together: dict[tuple, list[Course]] = defaultdict(list)
    for course in candidates:
        together[course.family, course.next.due_on].append(course)
    groups = list(together.values())
    chance.shuffle(groups)
    if order:
        groups.sort(key=lambda group: order(group[0]))
    picked: list[Course] = []
    for group in groups:
        picked += group[: max(0, number - len(picked))]
    if len(picked) < number or number < 0:
        raise ValueError(f"The plan needs {number} of {len(picked)} children.")
    return picked


def _without(courses: Iterable[Course], others: Iterable[Course]) -> list[Course]:
    numbers = {course.number for course in others}
    return [course for course in courses if course.number not in numbers]


def _hold(courses, window, chance, *, near: int | None = None, back: int | None = None) -> None:
    """Hold each review on a working day of its window; brothers and sisters on the same one."""
    days: dict[tuple, date] = {}
    busy: Counter[date] = Counter()
    for course in courses:
        first, last = window(course)
        if near:
            last = min(last, first + timedelta(days=near))
        if back:
            first = max(first, last - timedelta(days=back))
        key = (course.family, course.next.due_on)
        if key not in days:
            possible = working_days(first, last) or [working_day_before(last)]
            some = [chance.choice(possible) for _ in range(3)]
            days[key] = min(some, key=lambda day: busy[day])
        busy[days[key]] += 1
        course.hold(days[key])


def _may_leave(course: Course, month: _Month) -> bool:
    """Not while a family is looked for; adopted at the earliest seven months after placement."""
    placed = course.placed_on
    return course.regime == "ordinary" or bool(placed and (month.first - placed).days > 210)


def _first_day_to_leave(course: Course, month: _Month) -> date:
    last_held = course.held[-1].held_on if course.held else course.started_on
    return max(month.first, last_held, course.started_on) + timedelta(days=2)


def _leave(courses: list[Course], month: _Month, chance: Random) -> None:
    """End each period of care in the month, before a review is due; families together."""
    days: dict[tuple, date] = {}
    for course in courses:
        first = _first_day_to_leave(course, month)
        last = min(month.last, course.next.due_on)
        key = (course.family, course.next.due_on)
        if key not in days:
            days[key] = first + timedelta(days=chance.randint(0, (last - first).days))
        course.ended_on = days[key]


def in_care(on: date) -> list[Course]:
    """The children looked after on the day."""
    return [course for course in the_plan() if course.in_care(on)]
