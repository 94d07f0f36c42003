"""Reporting years: 1 April to 31 March, written 2016-17."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

RECORDS, PUBLISHED = "records", "published"


@dataclass(frozen=True, order=True)
class ReportingYear:
    """The year from 1 April of `begins_in` to 31 March after it."""

    begins_in: int

    @classmethod
    def parse(cls, text: str) -> "ReportingYear":
        """The year written like 2016-17; raises ValueError, with a sentence, for any other text."""
        found = re.fullmatch(r"(20\d\d)-(\d\d)", text, re.ASCII)
        if not found or (int(found[1]) + 1) % 100 != int(found[2]):
            raise ValueError(f"'{text}' is not a reporting year: write it like 2016-17.")
        return cls(int(found[1]))

    @classmethod
    def of(cls, day: date) -> "ReportingYear":
        """The reporting year in which a day lies."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    def __str__(self) -> str:
        return f"{self.begins_in}-{(self.begins_in + 1) % 100:02}"

    @property
    def first(self) -> date:
        """1 April."""
        return date(self.begins_in, 4, 1)

    @property
    def last(self) -> date:
        """31 March."""
        return date(self.begins_in + 1, 3, 31)

    @property
    def months(self) -> list[date]:
        """The first day of each month, April first."""
        return [date(self.begins_in + (n > 12), (n - 1) % 12 + 1, 1) for n in range(4, 16)]

    def before(self, years: int) -> "ReportingYear":
        """The year so many years earlier."""
        return ReportingYear(self.begins_in - years)

    def three(self) -> list["ReportingYear"]:
        """The two years before and this one."""
        return [self.before(2), self.before(1), self]

    def as_at(self, on: date) -> date:
        """The day on which its figures are taken: its last day, or `on` while it runs."""
        return min(self.last, on)

    def basis(self, records_from: date) -> str:
        """Where its counts come from: a year that began before the records did has none whole."""
        return RECORDS if self.first >= records_from else PUBLISHED


def counts_are_known(day: date, records_from: date) -> bool:
    """Whether the records tell who was looked after on a day.

    They do from the evening before they began: those in care then are the first entered.
    """
    return day >= records_from - timedelta(days=1)
