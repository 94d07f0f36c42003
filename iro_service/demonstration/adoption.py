"""A few children whose reviews follow the clocks of adoption for a while."""

from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from iro_service.demonstration.course import Course
from iro_service.demonstration.days import working_day_after

ORDERS = 14  # placement orders, one a month from the first
PLACED_AFTER = 5  # months from the order


class Adoptions:
    """One placement order a month; two in three of those children are placed months later."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.orders = 0
        self.to_place: dict[date, Course] = {}

    def happen(self, courses: list[Course], month: date) -> None:
        """What happens in the month that begins that day, before its reviews are planned."""
        day = working_day_after(month + timedelta(days=self.chance.randint(1, 6)))
        child = self.to_place.pop(month, None)
        if child:
            child.placed_on = day
            child.enter("placed_for_adoption", day)
        if self.orders < ORDERS:
            self._order(courses, month, day)

    def _order(self, courses: list[Course], month: date, day: date) -> None:
        families: dict[int, int] = {}
        for course in courses:
            families[course.family] = families.get(course.family, 0) + 1
        could = [
            course
            for course in courses
            if course.ended_on is None
            and course.regime == "ordinary"
            and families[course.family] == 1
            and 2 <= len(course.held) <= 4
            and course.next.due_on > day + timedelta(days=21)
        ]
        child = self.chance.choice(could)
        child.authorised_on = day
        child.enter("authorised_for_adoption", day)
        self.orders += 1
        if self.orders % 3:
            self.to_place[month + relativedelta(months=PLACED_AFTER)] = child
