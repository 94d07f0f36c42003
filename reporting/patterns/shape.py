"""The cells and charts of the page of patterns."""

from disputes.patterns import Window
from reporting.drawings.flat import bars_of
from reporting.opening import Cell, Section, Table, Value
from reporting.patterns.asked import Asked

__all__ = ["Cell", "Section", "Table", "Value", "bars_of", "in_days", "opens"]


def opens(asked: Asked, number: int, about: str, to: str = "disputes", **more) -> Cell:
    """A count that opens what it counts; none opens nothing."""
    return Cell(number, asked.href(to, **more) if number else "", about)


def in_days(window: Window) -> str:
    """From 21 July 2016 to 20 July 2017."""
    first, last = (f"{day.day} {day:%B %Y}" for day in (window.first, window.last))
    return f"from {first} to {last}"
