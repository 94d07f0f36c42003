"""The chart of what was written in time, month by month."""

from reporting import charts
from reporting.drawings.shape import Chart
from reporting.written import month, rate

SERIES = {
    "Outcome forms": ("outcome_forms", "percent"),
    "Decisions": ("decisions", "percent"),
    "Records": ("records", "completed_in_time_percent"),
}


def written_in_time(figures: dict) -> Chart | None:
    """The share of forms, decisions and records done in time, by month of the review."""
    blocks = {name: figures[block] for name, (block, _) in SERIES.items()}
    if any(block["by_month"] is None for block in blocks.values()):
        return None
    series = {name: [row["percent"] for row in one["by_month"]] for name, one in blocks.items()}
    series = {name: values for name, values in series.items() if _is_told(values)}
    months = [month(row["month"])[:3] for row in blocks["Records"]["by_month"]]
    if not series or len(months) < 2:
        return None
    told = ", ".join(f"{name.lower()} {rate(_whole(figures, name))}" for name in series)
    message = f"Done in time: {told}"
    svg = charts.lines(
        message,
        f"Lines by month of the review, {months[0]} to {months[-1]}, of the share done in time. "
        "The table of forms, decisions and records by month holds the figures.",
        months,
        list(series.items()),
        id="written-by-month-chart",
        unit="%",
    )
    return Chart("written-by-month-chart", svg, message)


def _is_told(values: list) -> bool:
    return sum(value is not None for value in values) > 1


def _whole(figures: dict, name: str):
    block, key = SERIES[name]
    return figures[block][key]
