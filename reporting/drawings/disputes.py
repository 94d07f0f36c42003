"""The charts of the concerns IROs raised: one neutral colour, because raising them is the job."""

from disputes.codes import Theme
from reporting import charts
from reporting.drawings.shape import Chart, said
from reporting.withheld import by_size, is_withheld, largest
from reporting.written import counted, month, span


def concerns_by_month(figures: dict) -> Chart | None:
    """Concerns by month, good practice beside them."""
    disputes = figures["disputes"]
    rows = disputes["by_month"]
    if not rows or not disputes["raised"] + disputes["good_practice"]:
        return None
    if is_withheld(disputes["raised"]) or _mostly_withheld([row["raised"] for row in rows]):
        return None
    raised = counted(disputes["raised"], "concern", "concerns")
    message = f"{raised} raised in the {span(disputes.get('year'))}"
    if (good := disputes["good_practice"]) and not is_withheld(good):
        message += f", and {counted(good, 'example', 'examples')} of good practice beside them"
    svg = charts.columns(
        message,
        "Columns by month of concerns raised and of good practice recorded. "
        "The table of concerns by month holds the figures.",
        [month(row["month"])[:3] for row in rows],
        [
            ("Concerns", [row["raised"] for row in rows]),
            ("Good practice", [row["good_practice"] for row in rows]),
        ],
        id="disputes-by-month-chart",
        unit="",
    )
    return Chart("disputes-by-month-chart", svg, message)


def concerns_by_theme(figures: dict) -> Chart | None:
    """Concerns by theme, the most raised first."""
    counts = {Theme(code).label: n for code, n in figures["disputes"]["by_theme"].items() if n}
    rows = by_size(counts.items(), lambda row: row[1], lambda row: row[0])
    if not rows or _mostly_withheld(counts.values()):
        return None
    message = "Concerns raised, by theme"
    if top := largest(counts, figures["disputes"]["raised"]):
        message = f"{top} was raised most, {_times(counts[top])}"
    elif len(rows) > 1 and rows[1][1] == rows[0][1] and not any(map(is_withheld, counts.values())):
        message = f"{rows[0][0]} and {_lower(rows[1][0])} were raised most"
    svg = charts.bars(
        message,
        f"Bars of concerns raised, by theme: {said(rows)}.",
        [name for name, _ in rows],
        [("Concerns", [n for _, n in rows])],
        id="disputes-by-theme-chart",
        unit="concerns",
    )
    return Chart("disputes-by-theme-chart", svg, message)


def _mostly_withheld(counts) -> bool:
    """Whether too little is told to be drawn: the few bars left would look like all."""
    told = [n for n in counts if n and not is_withheld(n)]
    return sum(map(is_withheld, counts)) > len(told)


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n:,} times")


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
