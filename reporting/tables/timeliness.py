"""The table of reviews held and in timescale, month by month."""

from reporting.percent import percent
from reporting.tables.shape import Cell, Table, column
from reporting.written import month, number, rate, year


def timeliness_by_month(timeliness: dict) -> Table:
    """Reviews held, in timescale and the share, by month over three years."""
    years = timeliness["by_year"]
    columns = [column("Month", numeric=False)]
    for one in years:
        columns += [column(f"{year(one['year'])} {what}") for what in ("held", "in time", "%")]
    rows = []
    for n, first in enumerate(years[-1]["by_month"]):
        cells: list[Cell] = [month(first["month"]).split()[0]]
        for one in years:
            cells += _held(one["by_month"][n])
        rows.append(cells)
    total: list[Cell] = ["Whole year"]
    for one in years:
        total += _held(one)
    published = [year(one["year"]) for one in years if one["basis"] == "published"]
    note = f"{' and '.join(published)}: as published at the time." if published else ""
    return Table(
        "reviews-by-month", "Reviews held and in timescale, by month", columns, rows, total, note
    )


def _held(row: dict) -> list[Cell]:
    share = rate(percent(row["in_timescale"], row["reviews"]))
    return [number(row["reviews"]), number(row["in_timescale"]), share]
