"""A number of a day that opens its children, and how much two numbers differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cohort.narrowing import address_of
from iro_service.templatetags.house import day as written
from reporting.opening import Cell

NO_CHANGE = "0"


@dataclass(frozen=True)
class Change(Cell):
    """How many more, or fewer."""

    @property
    def words(self) -> str:
        """With its sign: +12, −3."""
        if self.value is None:
            return "–"
        return f"{self.value:+,}".replace("-", "−") if self.value else NO_CHANGE


def opens(number: int | None, about: str, **choices: str | Iterable[str] | date) -> Cell:
    """A count that opens its children; none opens nothing."""
    return Cell(number, address_of(**choices) if number else "", about)


def of_day(number: int | None, words: str, day: date, **choices: str | Iterable[str]) -> Cell:
    """The children of a day."""
    return opens(number, f"{words} on {written(day)}", on=day, **choices)


def change(number: int | None, other: int | None) -> Change:
    """The number less the other; not known where either is not."""
    return Change(None if number is None or other is None else number - other)
