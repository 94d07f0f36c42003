"""Reporting years: 1 April to 31 March, written 2016-17; their halves and quarters 2016-17-H1."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

RECORDS, PUBLISHED = "records", "published"
# A part of the year: how many months after April it begins, and how many it has.
PARTS = {
    "": (0, 12),
    "H1": (0, 6), "H2": (6, 6),
    "Q1": (0, 3), "Q2": (3, 3), "Q3": (6, 3), "Q4": (9, 3),
}  # fmt: skip


@dataclass(frozen=True, order=True)
class ReportingYear:
    """The year from 1 April of `begins_in` to 31 March after it, or a half or quarter of it."""

    begins_in: int
    part: str = ""  # of PARTS

    @classmethod
    def parse(cls, text: str) -> "ReportingYear":
        """The year written like 2016-17, a half like 2016-17-H1, a quarter like 2016-17-Q3.

        Raises ValueError, with a sentence, for any other text.
        """
        found = re.fullmatch(r"(20\d\d)-(\d\d)(?:-(H[12]|Q[1-4]))?", text, re.ASCII)
        if not found or (int(found[1]) + 1) % 100 != int(found[2]):
            raise ValueError(
                f"'{text}' is not a reporting year: write it like 2016-17, a half of it like "
                "2016-17-H1, a quarter like 2016-17-Q3."
            )
        return cls(int(found[1]), found[3] or "")

    @classmethod
    def of(cls, day: date) -> "ReportingYear":
        """The reporting year in which a day lies."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    def __str__(self) -> str:
        year = f"{self.begins_in}-{(self.begins_in + 1) % 100:02}"
        return f"{year}-{self.part}" if self.part else year

    @property
    def is_whole(self) -> bool:
        """Whether it is a year and not a part of one."""
        return not self.part

    @property
    def whole(self) -> "ReportingYear":
        """The year it is, or is a part of."""
        return ReportingYear(self.begins_in)

    @property
    def first(self) -> date:
        """1 April, or the first day of the part."""
        return self._month(0)

    @property
    def last(self) -> date:
        """31 March, or the last day of the part."""
        return self._month(PARTS[self.part][1]) - timedelta(days=1)

    @property
    def months(self) -> list[date]:
        """The first day of each month, the earliest first."""
        return [self._month(n) for n in range(PARTS[self.part][1])]

    def _month(self, n: int) -> date:
        after_january = 3 + PARTS[self.part][0] + n
        return date(self.begins_in + after_january // 12, after_january % 12 + 1, 1)

    def before(self, years: int) -> "ReportingYear":
        """The same so many years earlier."""
        return ReportingYear(self.begins_in - years, self.part)

    def three(self) -> list["ReportingYear"]:
        """The same of the two years before, and this one."""
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
