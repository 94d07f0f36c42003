"""The days that are looked at."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

MONTHS = 12


@dataclass(frozen=True)
class Window:
    """From the first to the last day, both included."""

    first: date
    last: date

    @classmethod
    def up_to(cls, day: date) -> "Window":
        """The twelve months that end with the day."""
        return cls(day - relativedelta(months=MONTHS) + timedelta(days=1), day)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> list["Window"]:
        """The calendar months it touches, the first and the last cut where it begins and ends."""
        found, first = [], self.first
        while first <= self.last:
            after = first.replace(day=1) + relativedelta(months=1)
            found.append(Window(first, min(after - timedelta(days=1), self.last)))
            first = after
        return found

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last
