"""Why reviews were late."""

from urllib.parse import urlencode

from reporting.dashboards.asked import Asked
from reporting.dashboards.panel import Panel
from reporting.drawings.flat import bars_of
from reporting.monthly import why_late
from reporting.opening import Cell, Table
from reporting.percent import percent
from reporting.written import rate


def late_panel(asked: Asked) -> Panel:
    """Why reviews were late, over all the months."""
    counted = why_late(asked.span, asked.whose, asked.council)
    total = sum(row["reviews"] for row in counted)
    rows = [
        [Cell(row["reason"]), Cell(row["reviews"]), Cell(rate(percent(row["reviews"], total)))]
        for row in counted
    ]
    chart = bars_of(
        "late-reasons",
        f"Why reviews were late, {asked.in_words}",
        [(row["reason"], row["reviews"]) for row in counted],
        "reviews",
    )
    says = [f"{counted[0]['reason']}: {counted[0]['reviews']} of {total:,}."] if chart else []
    first = max(asked.span.first, asked.council.records_from)
    days = {"from": first.isoformat(), "to": asked.span.last.isoformat()}
    href = asked.list_of("reviews", urlencode({"state": "held_late", **days}))
    return Panel(
        "late-reasons",
        "Why reviews were late",
        "Late reviews of these months by the reason recorded, the most frequent first."
        + (f" The records begin on {first.day} {first:%B %Y}." if first > asked.span.first else ""),
        chart.svg if chart else "",
        Table("late-reasons-table", "Why reviews were late", ["Reason", "Reviews", "Share"], rows),
        bool(rows),
        says,
        now_words="The late reviews of these months" if asked.opens_lists and total else "",
        now_href=href if asked.opens_lists and total else "",
    )
