"""The cells and charts of the page of patterns."""

from decimal import Decimal

from django.utils.safestring import SafeString

from disputes.patterns import Window
from reporting import charts
from reporting.drawings.shape import Chart, said
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


def bars_of(id: str, title: str, rows: list[tuple[str, Value]], unit: str) -> Chart | None:
    """Flat bars in the one neutral colour; nothing where there is nothing to compare."""
    shown = [(name, value) for name, value in rows if value]
    if len(shown) < 2:
        return None
    svg: SafeString = charts.bars(
        title,
        f"Bars of {unit}: {said(shown)}.",
        [name for name, _ in shown],
        [(unit.capitalize(), [float(v) if isinstance(v, Decimal) else v for _, v in shown])],
        id=f"{id}-chart",
        unit=unit,
    )
    return Chart(f"{id}-chart", svg, title)
