"""Days and lengths of time as they are written."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby


def counted(n: int, unit: str) -> str:
    """So many of a unit, which comes in the plural: '1 day', '20 working days'."""
    return f"{n} {unit.removesuffix('s') if n == 1 else unit}"


def in_words(day: date) -> str:
    """A day with its month and year: '2 January 2026'."""
    return f"{day.day} {day:%B %Y}"


def days_in_words(days: Sequence[date]) -> str:
    """'26 and 27 December and 2 January': each month named once, in order."""
    months = [
        f"{_listed([str(day.day) for day in in_month])} {month}"
        for month, in_month in groupby(days, key=lambda day: f"{day:%B}")
    ]
    return _listed(months)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
