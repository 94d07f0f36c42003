"""The chart of midway checks by month."""

from reporting import charts
from reporting.drawings.shape import Chart
from reporting.written import month, rate

STATES = {"Done by the day": "done_in_time", "Done late": "done_late", "Not done": "not_done"}


def midway_checks(figures: dict) -> Chart | None:
    """Midway checks due in each month: done by the day, late, or not."""
    oversight = figures["oversight"]
    if not oversight["due"]:
        return None
    begun = [row for row in oversight["by_month"] if row["due"] is not None]
    message = f"{rate(oversight['done_in_time_percent'])} of midway checks were done by the day"
    svg = charts.stacked_columns(
        message,
        "Stacked columns by month of midway checks done by the day, done late and not done. "
        "The table of midway checks by month holds the figures.",
        [month(row["month"])[:3] for row in begun],
        [(words, [row[key] for row in begun]) for words, key in STATES.items()],
        id="midway-checks-chart",
        unit="checks",
    )
    return Chart("midway-checks-chart", svg, message)
