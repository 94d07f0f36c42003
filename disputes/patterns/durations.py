"""How long disputes took to settle, in working days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median as middle

from statute.calendar import WorkingCalendar


@dataclass(frozen=True)
class Spread:
    """The middle and the slow end of some disputes' working days."""

    disputes: int
    median: Decimal | None
    ninetieth: int | None


def median(values: Sequence[int]) -> Decimal | None:
    """The middle one of the values in order, or the mean of the two in the middle; None of none."""
    return Decimal(middle(values)) if values else None


def nearest_rank(values: Sequence[int], percent: int) -> int | None:
    """The smallest of the values that at least `percent` in a hundred do not exceed; None of none.

    It is always one of the values. Source: the nearest-rank definition of a percentile, whose
    rank is percent x n / 100, rounded up.
    """
    rank = -(-percent * len(values) // 100)
    return sorted(values)[max(rank, 1) - 1] if values else None


def spread_of(days: Iterable[tuple[date, date]], calendar: WorkingCalendar) -> Spread:
    """The spread of the working days from each first to each second day.

    Unit: working days; the first day is day zero, so settled on the day it was raised is 0.
    Raises UnknownBankHolidays for days of years whose bank holidays are not known.
    """
    took = [calendar.working_days_between(first, last) for first, last in days]
    return Spread(len(took), median(took), nearest_rank(took, 90))
