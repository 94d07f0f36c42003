"""What is counted of each dispute, read in one query."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import NamedTuple

from disputes.codes import Group, group_of


class Fact(NamedTuple):
    """One dispute, without its words and without its child."""

    pk: int
    theme: str
    team_id: int | None
    worker_id: int | None
    iro_id: int | None
    state: str
    stage: int
    raised_on: date
    formal_on: date | None
    total_due_on: date | None
    settled_on: date | None
    closed_on: date | None
    outcome: str
    cafcass_on: date | None

    @property
    def group(self) -> Group:
        """Delay or practice."""
        return group_of(self.theme)

    @property
    def within_total(self) -> bool:
        """Whether it was formal and settled by the last day of the formal stages together."""
        both = self.settled_on and self.total_due_on
        return bool(both and self.settled_on <= self.total_due_on)  # type: ignore[operator]


def facts(disputes) -> list[Fact]:
    """The disputes of a queryset, in one query."""
    return list(map(Fact._make, disputes.order_by("pk").values_list(*Fact._fields)))


def counted_by(rows: Iterable[Fact], key: Callable[[Fact], Hashable] | str) -> Counter:
    """How many there are of each kind."""
    if isinstance(key, str):
        return Counter(getattr(row, key) for row in rows)
    return Counter(map(key, rows))
