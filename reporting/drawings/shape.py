"""A chart of the report, and its bars in words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reporting.withheld import is_withheld
from reporting.written import number


@dataclass(frozen=True)
class Chart:
    """What parts/chart.html prints."""

    id: str
    svg: SafeString
    caption: str


def said(rows: list) -> str:
    """Each bar's name with its number, for those who do not see it."""
    return ", ".join(
        f"{name} {'withheld' if is_withheld(value) else number(value)}" for name, value in rows
    )
