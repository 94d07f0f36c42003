"""Concerns raised, settled and open."""

from urllib.parse import urlencode

from reporting import charts
from reporting.dashboards.asked import Asked
from reporting.dashboards.judged import judged_counts
from reporting.dashboards.panel import Panel
from reporting.monthly import Month
from reporting.opening import Cell, Table
from reporting.written import fewest, number

DUTY = "Raising a concern is the IRO’s duty: a high number is not a bad one."


def concerns_panel(asked: Asked) -> Panel:
    """Concerns raised, with limits; settled, open and how long they took in the table."""
    judged = judged_counts(asked.counted.disputes, asked.span.number, "raised")
    counts = [month for month in judged.months if month["raised"] is not None]
    svg = charts.control(
        f"Concerns raised, {asked.in_words}",
        f"A line by month. {' '.join(judged.says)} The table of the same months holds the figures.",
        [month.short for month in judged.months],
        judged.values,
        id="concerns",
        unit="concerns",
        mean=judged.limits.mean if judged.limits else None,
        limits=judged.limits.each if judged.limits else (),
        special=judged.special,
        long=judged.long,
        running=judged.running,
    )
    columns = ["Month", "Raised", "Settled", "Open at its end", "Median working days to settle"]
    last = judged.latest
    return Panel(
        "concerns",
        "Concerns raised",
        f"Informal ones included. {DUTY}",
        svg,
        Table("concerns-table", "Concerns raised", columns,
              [_concerns_row(asked, month) for month in judged.months]),
        bool(counts),
        judged.says,
        judged.by if judged.limits else "",
        len(judged.says) if judged.found else 0,
        {
            "label": "Concerns raised",
            "number": number(last[0]["raised"]),
            "note": f"{last[0].name}, {last[0]['open']} open at its end",
            "href": "#concerns",
        } if last else None,
        "Disputes open now",
        asked.list_of("disputes", "state=open"),
    )  # fmt: skip


def _concerns_row(asked: Asked, month: Month) -> list[Cell]:
    days = (month.first.isoformat(), asked.span.end(month.first).isoformat())
    cells = [Cell(month.name)]
    for what in ("raised", "settled"):
        query = urlencode(dict(zip((f"{what}_from", f"{what}_to"), days, strict=True)))
        opens = month[what] and asked.opens_lists
        href = asked.list_of("disputes", query) if opens else ""
        cells.append(Cell(month[what], href, f"{what} in {month.name}"))
    median = month["median"]
    return [*cells, Cell(month["open"]), Cell(None if median is None else fewest(median))]
