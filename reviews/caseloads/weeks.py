"""The reviews due week by week, for each IRO."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Greatest, TruncWeek

from cohort.models import Allocation
from reviews.models import Review

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Weeks:
    """The Mondays ahead, and how many reviews each IRO has due in each week; None: nobody's."""

    mondays: list[date]
    numbers: dict[int | None, list[int]]
    overdue: dict[int | None, int]

    @cached_property
    def highest(self) -> int:
        """The most that one IRO has in a week."""
        own = (row for iro, row in self.numbers.items() if iro is not None)
        return max((number for row in own for number in row), default=0)

    def totals(self) -> list[int]:
        """All reviews of each week."""
        return [sum(row[n] for row in self.numbers.values()) for n in range(len(self.mondays))]


def weeks_ahead(*, on: date, weeks: int = 13) -> Weeks:
    """The planned reviews due in this week and the ones after it, in two queries.

    A review counts with the IRO the child has on the day it is due, as is known now; an overdue
    one with the IRO of today, apart from the weeks.
    """
    first = on - timedelta(days=on.weekday())
    mondays = [first + n * WEEK for n in range(weeks)]
    planned = Review.objects.planned().order_by().annotate(day=Greatest("due_on", Value(on)))
    then = Allocation.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=OuterRef("day")),
        child=OuterRef("child"),
        started_on__lte=OuterRef("day"),
    )
    planned = planned.annotate(iro_then=Subquery(then.values("iro")[:1]))
    numbers: dict[int | None, list[int]] = defaultdict(lambda: [0] * weeks)
    ahead = planned.filter(due_on__gte=on, due_on__lt=first + weeks * WEEK)
    counts = ahead.annotate(week=TruncWeek("due_on")).values_list("iro_then", "week")
    for iro, week, number in counts.annotate(Count("pk")):
        numbers[iro][(week - first).days // 7] += number
    overdue = planned.overdue(on=on).values_list(F("iro_then")).annotate(Count("pk"))
    return Weeks(mondays, dict(numbers), dict(overdue))
