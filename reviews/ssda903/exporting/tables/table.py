"""A table of the return, and how it writes what it tells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from statute.reporting_year import ReportingYear

AT_A_TIME = 5_000  # rows asked for at once, so that memory stays the same


@dataclass(frozen=True)
class Table:
    """One file of the return."""

    name: str
    columns: tuple[str, ...]
    records: Callable[[ReportingYear], QuerySet]  # as lists of values, in a stable order
    write: Callable[[tuple, ReportingYear], tuple[str, ...]]  # the values as the row has them

    def rows(self, year: ReportingYear) -> Iterator[tuple[str, ...]]:
        """The rows as they come, never all of them in memory."""
        for record in self.records(year).iterator(chunk_size=AT_A_TIME):
            yield self.write(record, year)

    def number(self, year: ReportingYear) -> int:
        """How many rows there are."""
        return self.records(year).count()


def as_day(day: date | None) -> str:
    """The day as the return writes it, like 05/09/2016."""
    return f"{day:%d/%m/%Y}" if day else ""


def as_told(day: date | None, year: ReportingYear) -> str:
    """The day, if it was known on 31 March: what came after it is not told."""
    return as_day(day) if day and day <= year.last else ""
