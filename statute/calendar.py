"""Working days in England, and a refusal to guess where the bank holidays are not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from govuk_bank_holidays.bank_holidays import (  # type: ignore[import-untyped, unused-ignore]
    BankHolidays,
)

ONE_DAY = timedelta(days=1)
SATURDAY = 5  # date.weekday() of the first day of the weekend


class UnknownBankHolidays(ValueError):
    """A count needed a day of a year whose bank holidays nobody has published here yet."""


@dataclass(frozen=True)
class WorkingCalendar:
    """The bank holidays of England and Wales, by day with their names, in the known years."""

    # A mapping cannot be hashed; two calendars that are equal still hash alike without it.
    holidays: Mapping[date, str] = field(hash=False, repr=False)
    first_year: int
    last_year: int

    def is_working_day(self, day: date) -> bool:
        """Whether offices work that day: not a Saturday, a Sunday or a bank holiday.

        Raises UnknownBankHolidays outside the known years, weekends included.
        Source: Care Planning, Placement and Case Review (England) Regulations 2010, the meaning of
        "working day" in reg 2(1) (from memory, to be confirmed).
        """
        self._look_at(day)
        return day.weekday() < SATURDAY and day not in self.holidays

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`, or before it when n is negative.

        `day` is the event, day zero, and is never counted nor looked at: n = 0 gives it back,
        working day or not. Raises UnknownBankHolidays when the count leaves the known years.
        Source: 2010 Regulations, reg 33(1), "within 20 working days of the date".
        """
        step = ONE_DAY if n > 0 else -ONE_DAY
        left = abs(n)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, earlier: date, later: date) -> int:
        """The working days after `earlier` up to and including `later`.

        The same number with a minus sign when `later` is the earlier one, so that swapping
        the days swaps the sign. Raises UnknownBankHolidays when a counted day is not known.
        Source: the counting rule of add_working_days, turned round.
        """
        if later < earlier:
            return -self.working_days_between(later, earlier)
        return sum(map(self.is_working_day, _days(earlier, later)))

    def left_out(self, after: date, until: date) -> tuple[tuple[date, str], ...]:
        """The bank holidays from Monday to Friday after `after`, up to and including `until`.

        Those are the days an explanation has to name: nobody expects a Saturday to count.
        In order, each with its name; raises UnknownBankHolidays outside the known years.
        """
        return tuple(
            (day, self.holidays[day])
            for day in _days(after, until)
            if not self.is_working_day(day) and day.weekday() < SATURDAY
        )

    def _look_at(self, day: date) -> None:
        # A datetime is a date to Python but never equals one, so that every bank holiday
        # would silently count as a working day.
        if isinstance(day, datetime):
            raise TypeError("Working days are counted from days, not from moments.")
        if not self.first_year <= day.year <= self.last_year:
            raise UnknownBankHolidays(
                f"The bank holidays of {day.year} are not known yet: they are known from "
                f"{self.first_year} to {self.last_year}. A newer list is needed before "
                "working days can be counted there."
                if day.year > self.last_year
                else f"The bank holidays of {day.year} are not known: they are known from "
                f"{self.first_year} to {self.last_year}. Check the year."
            )


def known_calendar(proclaimed: Iterable[tuple[date, str]] = ()) -> WorkingCalendar:
    """The published bank holidays, plus days (day, name) the council has entered since.

    Reads the list kept in the govuk-bank-holidays package, never the network. A proclaimed
    day adds to its year and does not make a year known: one entry for 2029 says nothing of
    Easter 2029. Source: https://www.gov.uk/bank-holidays, division england-and-wales.
    """
    return _calendar(tuple(sorted(proclaimed)))


@lru_cache(maxsize=16)
def _calendar(proclaimed: tuple[tuple[date, str], ...]) -> WorkingCalendar:
    published = _published()
    years = [day.year for day in published]
    # The published name wins where a day was entered by hand and has been published since.
    days = dict(proclaimed) | published
    return WorkingCalendar(MappingProxyType(days), min(years), max(years))


@lru_cache(maxsize=1)
def _published() -> dict[date, str]:
    # Without the division the package keeps only days common to the whole United Kingdom,
    # which loses Easter Monday and the August holiday.
    listed = BankHolidays(use_cached_holidays=True).get_holidays(
        division=BankHolidays.ENGLAND_AND_WALES
    )
    return {holiday["date"]: holiday["title"] for holiday in listed}


def _days(after: date, until: date) -> Iterable[date]:
    return (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
