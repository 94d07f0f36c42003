"""When in the day each review was held and by whom, and which ones are booked."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from iro_service.demonstration.allocation import chair
from iro_service.demonstration.course import Course, Held
from iro_service.demonstration.days import CALENDAR, TODAY, working_days
from iro_service.demonstration.dice import dice
from iro_service.demonstration.people import AMARA, COVER, Person
from iro_service.demonstration.plan import the_plan
from iro_service.demonstration.writing import places
from statute.timescales import LONDON

# An IRO's day in the order in which it fills up.
TIMES = [
    time(10, 0),
    time(13, 30),
    time(15, 30),
    time(11, 30),
    time(9, 0),
    time(14, 30),
    time(16, 30),
    time(12, 30),
    time(9, 30),
    time(11, 0),
    time(15, 0),
    time(10, 30),
    time(13, 0),
    time(14, 0),
    time(16, 0),
    time(12, 0),
]
YESTERDAY, TWO_DAYS_AGO, MONDAY = date(2017, 7, 19), date(2017, 7, 18), date(2017, 7, 17)
# Reviews booked by hand so that the work lists hold one of everything.
AMARAS = (
    (TWO_DAYS_AGO, time(10, 0)),
    (YESTERDAY, time(16, 30)),
    (TODAY, time(9, 30)),
    (TODAY, time(13, 0)),
    (TODAY, time(15, 30)),
)
OTHERS = (
    (MONDAY, time(14, 0)),
    (TWO_DAYS_AGO, time(11, 0)),
    (YESTERDAY, time(13, 0)),
    (YESTERDAY, time(15, 0)),
    (TODAY, time(10, 0)),
    (TODAY, time(11, 30)),
    (TODAY, time(14, 0)),
    (TODAY, time(16, 0)),
)
NOT_BOOKED_YET = 2  # of the overdue ones


@dataclass(frozen=True)
class Sitting:
    """A review that was held: when and by whom."""

    course: Course
    review: Held
    chair: Person
    at: datetime
    place: str


@dataclass(frozen=True)
class Booking:
    """A planned review with its time."""

    chair: Person
    at: datetime
    place: str


def _chair(course: Course, on: date) -> Person:
    """The child's IRO, or the one who covers for them."""
    iro = chair(course, on)
    away, covered_by, first, back = COVER
    return covered_by if iro == away and first <= on < back else iro


@lru_cache(maxsize=1)
def the_sittings() -> list[Sitting]:
    """Every review held, by the child and in order."""
    chance = dice("diary")
    days: dict[tuple[Person, date], list[tuple[Course, Held]]] = defaultdict(list)
    for course in the_plan():
        for review in course.held:
            days[_chair(course, review.held_on), review.held_on].append((course, review))
    sittings = []
    for (iro, day), held in days.items():
        held.sort(key=lambda pair: (pair[0].family, pair[0].number))
        times = sorted(TIMES[: len(held)])
        family_place: dict[int, str] = {}
        for (course, review), at in zip(held, times, strict=True):
            place = family_place.setdefault(course.family, chance.choice(places()))
            sittings.append(Sitting(course, review, iro, _moment(day, at), place))
    return sorted(sittings, key=lambda s: (s.course.number, s.at))


@lru_cache(maxsize=1)
def the_bookings() -> dict[int, Booking]:
    """The reviews booked on the business day, by the number of the course."""
    chance = dice("bookings")
    planned = [course for course in the_plan() if course.in_care(TODAY)]
    planned.sort(key=lambda c: (c.next.due_on, c.number))
    overdue = [c for c in planned if c.next.due_on < TODAY]
    soon = [c for c in planned if c.next.due_on >= TODAY and _may_be_held(c)]
    bookings: dict[int, Booking] = {}
    taken: set[tuple[Person, datetime]] = set()

    def book(course: Course, day: date, at: time) -> bool:
        booking = Booking(_chair(course, day), _moment(day, at), chance.choice(places()))
        if (booking.chair, booking.at) in taken:
            return False
        taken.add((booking.chair, booking.at))
        bookings[course.number] = booking
        return True

    families = Counter(course.family for course in planned)
    single = [c for c in soon if families[c.family] == 1]
    hers = [c for c in single if chair(c, TODAY) == AMARA]
    for course, (day, at) in zip(hers, AMARAS, strict=False):
        book(course, day, at)
    others = _one_each([c for c in single if _chair(c, TODAY) != AMARA])
    for course, (day, at) in zip(others, OTHERS, strict=False):
        book(course, day, at)
    together: dict[int, date] = {}
    ten_days = working_days(TODAY + timedelta(days=1), CALENDAR.add_working_days(TODAY, 10))
    for course in [*overdue[NOT_BOOKED_YET:], *soon]:
        due_soon = course.next.due_on <= TODAY + timedelta(days=25)
        if course.number in bookings or not due_soon or chance.random() < 0.15:
            continue
        days = [day for day in ten_days if day <= course.next.due_on] or ten_days[:4]
        # Brothers and sisters on one day, as soon after each other as the diary allows.
        day = together.setdefault(course.family, chance.choice(days))
        alone = families[course.family] == 1
        times = _times_from(chance.randint(0, 7)) if alone else sorted(TIMES)[2:]
        next(at for at in times if book(course, day, at))
    return bookings


def _one_each(courses: list[Course]) -> list[Course]:
    """The first of each IRO."""
    firsts: dict[Person, Course] = {}
    for course in courses:
        firsts.setdefault(chair(course, TODAY), course)
    return list(firsts.values())


def _times_from(n: int) -> list[time]:
    return TIMES[n:] + TIMES[:n]


def _may_be_held(course: Course) -> bool:
    """Whether the last review is long enough ago."""
    apart = 8 if course.next.rule == "first_review" else 30
    return course.next.base_on + timedelta(days=apart) <= MONDAY


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=LONDON)
