"""Whose work is counted: everybody's, one IRO's, one team's."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from cohort.models import Allocation, CaseHolding, Team


@dataclass(frozen=True)
class Whose:
    """An IRO, a team, or neither: then the whole service."""

    iro: User | None = None
    team: Team | None = None

    @property
    def everybodys(self) -> bool:
        """Whether nothing is left out."""
        return self.iro is None and self.team is None

    def reviews(self, rows, path: str = "", day: str = "held_on"):
        """Rows of the reviews the IRO chaired, of the children the team held on that day."""
        if self.iro:
            rows = rows.filter(**{f"{path}chair": self.iro})
        return self._of_team(rows, f"{path}child", day)

    def checks(self, rows):
        """Midway checks of the children who were the IRO's, or the team's, when they were due."""
        if self.iro:
            mine = _on_the_day(Allocation.objects.filter(iro=self.iro), "review__child", "due_on")
            rows = rows.filter(Exists(mine))
        return self._of_team(rows, "review__child", "due_on")

    def disputes(self, rows):
        """Disputes the IRO raised or took over, about children the team held."""
        if self.iro:
            rows = rows.filter(iro=self.iro)
        return rows.filter(team=self.team) if self.team else rows

    def _of_team(self, rows, child: str, day: str):
        if not self.team:
            return rows
        held = CaseHolding.objects.filter(team=self.team)
        return rows.filter(Exists(_on_the_day(held, child, day)))


def _on_the_day(rows, child: str, day: str):
    lasting = Q(ended_on__isnull=True) | Q(ended_on__gt=OuterRef(day))
    return rows.filter(lasting, child=OuterRef(child), started_on__lte=OuterRef(day))
