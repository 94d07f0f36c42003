"""The table of a manager's first page: a line for each IRO."""

from collections import Counter
from dataclasses import dataclass, field

from django.urls import reverse

from accounts.models import User
from cohort.models import Allocation, Child
from reviews.filters import NOBODY
from reviews.today.asker import Asker
from reviews.today.tiles import list_of, tile

# The columns of the table: the state each number opens, and its words.
COLUMNS = {
    "overdue": "Reviews overdue",
    "form_owed": "Outcome forms owed",
    "record_overdue": "Records overdue",
}


@dataclass
class Line:
    """One IRO's line of the table, or that of the children without one."""

    name: str
    key: str  # what the list of reviews calls the IRO
    children: int = 0
    numbers: list[dict] = field(default_factory=list)

    @property
    def href(self) -> str:
        """The IRO's own list of work."""
        return "" if self.key == NOBODY else f"{reverse('my_work')}?iro={self.key}"

    @property
    def children_href(self) -> str:
        """The list of their children."""
        choice = "care=unallocated" if self.key == NOBODY else f"iro={self.key}"
        return f"{reverse('children')}?{choice}"

    @property
    def most_overdue(self) -> tuple:
        """Children without an IRO first, then whoever has most overdue."""
        return (self.key != NOBODY, -sum(n["number"] for n in self.numbers), self.name)


def by_iro(asker: Asker) -> list[Line]:
    """A line for each IRO with children or something owed, and one for children without an IRO."""
    looked_after = Child.objects.looked_after(on=asker.on)
    allocations = Allocation.objects.in_force(on=asker.on).filter(child__in=looked_after)
    children = Counter(allocations.values_list("iro", flat=True))
    children[None] = looked_after.unallocated(on=asker.on).count()
    counted = {
        state: Counter(asker.reviews(state=state).order_by().values_list("iro_pk", flat=True))
        for state in COLUMNS
    }
    wanted = {pk for pk, number in children.items() if number}.union(*counted.values())
    names = User.objects.in_bulk([pk for pk in wanted if pk])
    lines = []
    for pk in wanted:
        line = Line(str(names[pk]) if pk else "No IRO", str(pk or NOBODY), children[pk])
        line.numbers = [
            tile(words, counted[state][pk], list_of(state=state, iro=line.key))
            for state, words in COLUMNS.items()
        ]
        lines.append(line)
    return sorted(lines, key=lambda line: line.most_overdue)
