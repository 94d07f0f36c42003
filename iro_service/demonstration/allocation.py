"""Which post reviews which child, from when to when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from iro_service.demonstration.course import Course
from iro_service.demonstration.days import CALENDAR, RECORDS_FROM, YEAR_END
from iro_service.demonstration.dice import dice
from iro_service.demonstration.people import POSTS, Person, Post
from iro_service.demonstration.plan import the_plan

# Children moved from the fullest post to the emptiest: these days, so many.
EVENED_OUT = {date(2016, 9, 5): 5, date(2017, 1, 9): 6, date(2017, 5, 8): 4}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Share:
    """One IRO's time with one child."""

    course: int
    iro: Person
    started_on: date
    ended_on: date | None
    reason: str


@lru_cache(maxsize=1)
def the_shares() -> dict[int, list[Share]]:
    """Who reviews each child, in order, by the number of the course."""
    chance = dice("allocation")
    families: dict[int, list[Course]] = defaultdict(list)
    for course in the_plan():
        families[course.family].append(course)
    posts: dict[int, list[tuple[date, int]]] = {}  # by course: from when, in which post
    load: dict[int, list[Course]] = {n: [] for n in range(len(POSTS))}
    evening_out = sorted(EVENED_OUT.items())
    for family in sorted(families.values(), key=lambda f: (f[0].started_on, f[0].number)):
        came = family[0].started_on
        while evening_out and evening_out[0][0] <= came:
            _even_out(*evening_out.pop(0), load, posts, families)
        emptiest = min(load, key=lambda n: _fullness(n, load, came))
        from_day = CALENDAR.add_working_days(came, chance.randint(1, 4))
        for counted in (RECORDS_FROM - ONE_DAY, YEAR_END):
            # Nobody waits on the days that are counted.
            from_day = min(from_day, counted) if came <= counted else from_day
        for course in family:
            load[emptiest].append(course)
            posts[course.number] = [(from_day, emptiest)]
    return {
        course.number: _shares(course, posts[course.number])
        for course in the_plan()
        if course.ended_on is None or posts[course.number][0][0] < course.ended_on
    }


def chair(course: Course, on: date) -> Person:
    """The child's IRO on the day; the first one before anybody was appointed."""
    shares = the_shares()[course.number]
    return next((s for s in reversed(shares) if s.started_on <= on), shares[0]).iro


def _fullness(n: int, load, on: date) -> float:
    load[n] = [course for course in load[n] if course.ended_on is None or course.ended_on > on]
    return len(load[n]) / POSTS[n].room


def _even_out(day: date, number: int, load, posts, families) -> None:
    for _ in range(number):
        order = sorted(load, key=lambda n: _fullness(n, load, day))
        alone = [
            course
            for course in load[order[-1]]
            if len(families[course.family]) == 1
            and course.started_on < day - timedelta(days=60)
            and (course.ended_on is None or course.ended_on > day + timedelta(days=30))
            and len(posts[course.number]) == 1
        ]
        course = alone[0]
        load[order[-1]].remove(course)
        load[order[0]].append(course)
        posts[course.number].append((day, order[0]))


def _shares(course: Course, posts: list[tuple[date, int]]) -> list[Share]:
    """The posts cut where their holders change."""
    cuts: list[tuple[date, Person, str]] = []
    for n, (from_day, number) in enumerate(posts):
        until = posts[n + 1][0] if n + 1 < len(posts) else date.max
        post: Post = POSTS[number]
        cuts.append((from_day, post.holder(from_day), "Caseloads evened out" if n else ""))
        cuts += [
            (holder.started_on, holder.iro, "The IRO changed posts or left")
            for holder in post.holders
            if from_day < holder.started_on < until
        ]
    cuts = [cut for cut in cuts if course.ended_on is None or cut[0] < course.ended_on]
    ends = [cut[0] for cut in cuts[1:]] + [course.ended_on]
    return [
        Share(course.number, iro, day, end, reason)
        for (day, iro, reason), end in zip(cuts, ends, strict=True)
    ]
