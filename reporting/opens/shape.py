"""What gives the cells of a table their addresses."""

from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from reporting.figures.year import RECORDS, ReportingYear
from reporting.tables.shape import Cell

# The row as printed and the column's heading give an address, or none.
Links = Callable[[Sequence[Cell], str], str | None]
Maker = Callable[[dict], Links]
Days = tuple[date, date]


def address(name: str, **choices: str) -> str:
    """The address of a list under these choices."""
    return f"{reverse(name)}?{urlencode(choices)}"


def days_of(figures: dict) -> Days:
    """The days that the figures count."""
    return date.fromisoformat(figures["from"]), date.fromisoformat(figures["as_at"])


def recorded_years(rows: list[dict], on: str) -> dict[str, Days]:
    """The days of each period whose counts come from records, by its name."""
    periods = [ReportingYear.parse(row["year"]) for row in rows if row["basis"] == RECORDS]
    return {str(one): (one.first, one.as_at(date.fromisoformat(on))) for one in periods}


def between(what: str, days: Days) -> dict[str, str]:
    """The two days under the names the list has for them."""
    return {f"{what}from": days[0].isoformat(), f"{what}to": days[1].isoformat()}


def key_of(words: dict[str, str], row: Sequence[Cell], at: int = 0) -> str | None:
    """The key whose words stand in the row."""
    return next((key for key, said in words.items() if said == row[at]), None)


def month_of(name: str) -> Days:
    """The first and the last day of a month written 2016-04."""
    first = date.fromisoformat(f"{name}-01")
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)
