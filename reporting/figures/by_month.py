"""What was owed, and done in time, month by month."""

from collections.abc import Iterable
from datetime import date

from reporting.figures.year import ReportingYear
from reporting.percent import percent

Counted = tuple[date, int, int]  # the month's first day, what was owed, what was done in time


def by_month(year: ReportingYear, on: date, counted: Iterable[Counted]) -> list[dict]:
    """A row a month of the year; months not begun by `on` are not known.

    Unit: what the block counts. Source: the block's own DEFINITIONS.
    """
    found = {month: (due, in_time) for month, due, in_time in counted}
    return [_row(month, *found.get(month, (0, 0) if month <= on else (None, None)))
            for month in year.months]  # fmt: skip


def _row(month: date, due: int | None, in_time: int | None) -> dict:
    return {
        "month": f"{month:%Y-%m}",
        "due": due,
        "in_time": in_time,
        "percent": percent(in_time, due),
    }
