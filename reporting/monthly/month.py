"""One month of one measure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Count = int | Decimal | None


@dataclass(frozen=True)
class Month:
    """What was counted in a month, by name; nothing where the records do not tell of it."""

    first: date
    counts: dict[str, Count] = field(default_factory=dict)
    running: bool = False  # what is counted can still change by itself: the month is not judged

    def __getitem__(self, name: str) -> Count:
        return self.counts.get(name)

    @property
    def name(self) -> str:
        """February 2017."""
        return f"{self.first:%B %Y}"

    @property
    def short(self) -> str:
        """Feb 17."""
        return f"{self.first:%b %y}"


def summed(months: Iterable[Month], name: str) -> int | None:
    """A count of all the months that are known together; None where none is."""
    counts = [month[name] for month in months if month[name] is not None]
    return sum(counts) if counts else None
