"""Days of birth that fit a course through care, and the year's count of reviews under 4."""

from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from iro_service.demonstration import published
from iro_service.demonstration.course import Course
from iro_service.demonstration.days import RECORDS_FROM, TODAY, YEAR_END
from statute.ages import age_on, birthday

APART = 290  # days between brothers and sisters


def born_between(course: Course, first: date, last: date, chance: Random) -> date | None:
    """A day of birth from first to last that the course allows; None where none does."""
    first = max(first, _eighteen_years_before(course.ended_on or TODAY))
    last = min(last, course.started_on)
    # A baby often comes straight from the maternity ward.
    if first <= course.started_on <= last and chance.random() < 0.5:
        first = max(first, course.started_on - timedelta(days=9))
    for _ in range(20):
        if last < first:
            return None
        born = first + timedelta(days=chance.randint(0, (last - first).days))
        # On the fourth birthday itself two answers would be right.
        if all(review.held_on != birthday(born, 4) for review in course.held):
            return born
    return None


def far_enough(born: date, others: list[date]) -> bool:
    """Whether they can be brothers and sisters."""
    return all(abs((born - other).days) >= APART for other in others)


def under_four(born: date, course: Course) -> int:
    """How many of the year's reviews were held before the 4th birthday."""
    return sum(age_on(born, r.held_on) < 4 for r in course.held_between(RECORDS_FROM, YEAR_END))


def leavers_births(rest, profiles, families, chance: Random) -> dict[int, date]:
    """Days of birth of the children outside the table, by course number."""
    held = sum(month.reviews for month in published.months("2016-17"))
    wanted = held - published.participation("2016-17")["reviews_aged_4_and_over"]
    wanted -= sum(under_four(p.date_of_birth, p.course) for p in profiles.values())
    births: dict[int, date] = {}
    order = sorted(rest, key=lambda c: (-len(c.held_between(RECORDS_FROM, YEAR_END)), c.number))
    order.sort(key=lambda c: c.ended_on is None or c.ended_on > YEAR_END)
    young_families = chance.sample(sorted({c.family for c in rest}), len(rest) // 2)
    order.sort(key=lambda c: c.family not in young_families)
    for course in order:
        others = [
            profiles[c.number].date_of_birth if c.number in profiles else births[c.number]
            for c in families[course.family]
            if c.number in profiles or c.number in births
        ]
        reviews = len(course.held_between(RECORDS_FROM, YEAR_END))
        born = None
        if reviews <= wanted and chance.random() < (0.9 if reviews else 0.3):
            born = _far(course, others, _young(course), chance)
        if born and under_four(born, course) == reviews:
            wanted -= reviews
        else:
            born = _eighteenth(course, others, chance) or _far(
                course, others, _older(course), chance
            )
        if born is None or under_four(born, course) not in (0, reviews):
            raise ValueError(f"No day of birth fits course {course.number}.")
        births[course.number] = born
    if wanted:
        raise ValueError(f"{wanted} reviews of children under 4 are missing.")
    return births


def _far(course: Course, others: list[date], span, chance: Random) -> date | None:
    for _ in range(60):
        born = born_between(course, *span, chance)
        if born and far_enough(born, others):
            return born
    return None


def _young(course: Course) -> tuple[date, date]:
    last_held = course.held[-1].held_on if course.held else course.started_on
    return last_held - relativedelta(years=4) + timedelta(days=1), course.started_on


def _older(course: Course) -> tuple[date, date]:
    this_year = course.held_between(RECORDS_FROM, YEAR_END)
    first_held = this_year[0].held_on if this_year else course.started_on
    return date(1998, 1, 1), first_held - relativedelta(years=4, days=2)


def _eighteenth(course: Course, others: list[date], chance: Random) -> date | None:
    """The day of birth of somebody who left on the day they became 18: three leavers in ten."""
    if course.ended_on is None or chance.random() > 0.3:
        return None
    day = _eighteen_years_before(course.ended_on)
    return _far(course, others, (day, day), chance)


def _eighteen_years_before(day: date) -> date:
    return day - relativedelta(years=18)
