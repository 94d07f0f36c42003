"""One month's work: whose review is held early, in time or late, and who leaves care."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from iro_service.demonstration.course import Course
from iro_service.demonstration.days import working_day_before, working_days

SHORTEST = {"first_review": 11, "second_review": 45}  # days between a review and the one before
EARLIEST = 40  # days before the due day


@dataclass
class Work:
    """What the month has to come to."""

    first: date
    last: date
    in_time: int
    late: int
    ends: int
    left_overdue: int  # how many reviews due in the month wait for the next one


def do_the_months_work(courses: list[Course], month: Work, chance: Random) -> None:
    """Children leave, and exactly so many reviews are held in time and late."""
    here = [course for course in courses if course.ended_on is None]
    overdue = [course for course in here if course.next.due_on < month.first]
    due = [c for c in here if month.first <= c.next.due_on <= month.last]
    at_the_end = [c for c in due if c.next.due_on > month.last - timedelta(days=12)]
    alone = Counter(course.family for course in at_the_end)
    waiting = _pick(
        at_the_end,
        min(month.left_overdue, len(at_the_end) * 2 // 3),
        chance,
        # Rather single children of many IROs than one large family.
        order=lambda course: alone[course.family],
    )
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
    order: Callable[[Course], Any] | None = None,
) -> list[Course]:
    """So many of the children, families together where the number allows it."""
    together: dict[tuple[int, date], list[Course]] = defaultdict(list)
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


def _hold(
    courses: Iterable[Course],
    window: Callable[[Course], tuple[date, date]],
    chance: Random,
    *,
    near: int | None = None,
    back: int | None = None,
) -> None:
    """Hold each review on a working day of its window; brothers and sisters on the same one."""
    days: dict[tuple[int, date], date] = {}
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


def _may_leave(course: Course, month: Work) -> bool:
    """Not while a family is looked for; adopted at the earliest seven months after placement."""
    placed = course.placed_on
    return course.regime == "ordinary" or bool(placed and (month.first - placed).days > 210)


def _first_day_to_leave(course: Course, month: Work) -> date:
    last_held = course.held[-1].held_on if course.held else course.started_on
    return max(month.first, last_held, course.started_on) + timedelta(days=2)


def _leave(courses: list[Course], month: Work, chance: Random) -> None:
    """End each period of care in the month, before a review is due; families together."""
    days: dict[tuple[int, date], date] = {}
    for course in courses:
        first = _first_day_to_leave(course, month)
        last = min(month.last, course.next.due_on)
        key = (course.family, course.next.due_on)
        if key not in days:
            days[key] = first + timedelta(days=chance.randint(0, (last - first).days))
        course.ended_on = days[key]
