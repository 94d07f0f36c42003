"""The caseload month by month, as a chart and as a table."""

from datetime import date

from cohort.caseload import Month, by_month, month_ends
from reporting import charts
from reporting.drawings.shape import Chart
from reporting.figures.year import counts_are_known
from statute import caseload as band

COLUMNS = [
    *("Day", "Children", "Full-time posts filled", "Children per full-time post"),
    *(f"IROs over {band.HIGHEST}", "Without an IRO"),
]


def months_known(*, on: date, months: int, records_from: date) -> list[Month]:
    """The months the records tell of, the oldest first."""
    days = month_ends(on, months=months)
    return by_month([day for day in days if counts_are_known(day, records_from)])


def months_chart(months: list[Month]) -> Chart | None:
    """Children per full-time post over the months, against the band."""
    if len([month for month in months if month.per_post is not None]) < 2:
        return None
    title = "Children for each full-time post at the end of each month"
    values = [None if m.per_post is None else float(m.per_post) for m in months]
    svg = charts.lines(
        title,
        "A line by month. The table beside it holds the figures.",
        [f"{month.on:%b} {month.on:%y}" for month in months],
        [("Per post", values)],
        id="caseload-by-month",
        unit="children",
        band=(band.LOWEST, band.HIGHEST),
        band_label=f"Handbook: {band.LOWEST} to {band.HIGHEST}",
    )
    return Chart("caseload-by-month", svg, title)


def months_table(months: list[Month]) -> tuple[list[str], list[list]]:
    """The columns and rows for a spreadsheet, the oldest month first."""
    rows = [
        [m.on, m.children, m.posts, "" if m.per_post is None else m.per_post, m.over_limit,
         m.without_iro]
        for m in months
    ]  # fmt: skip
    return COLUMNS, rows
