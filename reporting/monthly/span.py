"""Calendar months in a row, up to a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from reporting.figures.year import ReportingYear

YEAR = 12


@dataclass(frozen=True)
class Span:
    """So many months from the first day of one; nothing after `on` is counted."""

    first: date
    number: int
    on: date

    @classmethod
    def whole(cls, on: date, number: int = YEAR) -> "Span":
        """The last months that are over on the day, the one that ends with it included."""
        after = (on + timedelta(days=1)).replace(day=1)
        return cls(after - relativedelta(months=number), number, on)

    @classmethod
    def of_year(cls, year: ReportingYear, on: date) -> "Span":
        """The months of a reporting year begun by the day."""
        return cls(year.first, sum(month <= on for month in year.months), on)

    @property
    def months(self) -> list[date]:
        """The first day of each month."""
        return [self.first + relativedelta(months=n) for n in range(self.number)]

    @property
    def last(self) -> date:
        """The last day counted."""
        return self.end(self.months[-1])

    def end(self, month: date) -> date:
        """The last day of one of its months, or the day up to which it is counted."""
        return min(month + relativedelta(months=1) - timedelta(days=1), self.on)

    def is_over(self, month: date) -> bool:
        """Whether a month has passed whole."""
        return month + relativedelta(months=1) <= self.on + timedelta(days=1)

    def with_before(self, months: int = YEAR) -> "Span":
        """The same with the months before it, by which its own are judged."""
        return Span(self.first - relativedelta(months=months), self.number + months, self.on)
