"""Flat bars of a page's table, in the one neutral colour."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.safestring import SafeString

from reporting import charts
from reporting.drawings.shape import Chart, said

Value = int | Decimal | str | None


def bars_of(id: str, title: str, rows: Sequence[tuple[str, Value]], unit: str) -> Chart | None:
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
