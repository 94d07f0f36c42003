"""How many children a team or a worker held: what disputes are measured against."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import DateField, DurationField, ExpressionWrapper, F, Q, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least

from cohort.models import CaseHolding
from disputes.patterns.window import Window

DEFINITION = (
    "Children held are the average number over the days shown: a child held on all of them counts "
    "as one, a child held on half of them as a half. A team or worker who began or left meanwhile "
    "is so measured by the days they were there."
)


@dataclass(frozen=True)
class Held:
    """The average number of children held over a window, by team and by worker."""

    by_team: dict[int, Decimal]
    by_worker: dict[int, Decimal]

    def of(self, kind: str, pk: int) -> Decimal:
        """The children of a team or of a worker."""
        return {"team": self.by_team, "worker": self.by_worker}[kind].get(pk, Decimal(0))


def held_between(window: Window, *, team=None) -> Held:
    """The children each team and worker held on average, in one query; of one team if asked.

    Unit: children, the days each was held divided by the days of the window. Source: DEFINITION.
    """
    after = window.last + timedelta(days=1)  # a holding's last day is no longer part of it
    last = Least(Coalesce("ended_on", Value(after)), Value(after), output_field=DateField())
    first = Greatest("started_on", Value(window.first), output_field=DateField())
    holdings = CaseHolding.objects.filter(started_on__lt=after)
    holdings = holdings.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=window.first))
    if team is not None:
        holdings = holdings.filter(team=team)
    took = ExpressionWrapper(F("until") - F("since"), output_field=DurationField())
    sums = (
        holdings.annotate(until=last, since=first)
        .order_by()
        .values_list("team", "worker")
        .annotate(time=Sum(took))
    )
    teams: Counter = Counter()
    workers: Counter = Counter()
    for team_id, worker_id, time in sums:
        teams[team_id] += time.days
        if worker_id:
            workers[worker_id] += time.days
    return Held(_average(teams, window), _average(workers, window))


def _average(days: Counter, window: Window) -> dict[int, Decimal]:
    return {pk: Decimal(number) / window.days for pk, number in days.items()}
