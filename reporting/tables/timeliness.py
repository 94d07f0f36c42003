"""The table of reviews held and in timescale, month by month."""

from reporting.percent import share_in_timescale
from reporting.tables.shape import Cell, Table, column
from reporting.written import month, number, rate, span, year


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
    if not_known := _not_known(years):
        rows.append(not_known)
    total: list[Cell] = ["Whole year" if span(years[-1]["year"]) == "year" else "All months"]
    for one in years:
        total += _held(one)
    published = [year(one["year"]) for one in years if one["basis"] == "published"]
    notes = [f"{' and '.join(published)}: as published at the time."] if published else []
    if not_known:
        notes.append("The share is of the reviews whose due day is known.")
    return Table(
        "reviews-by-month",
        "Reviews held and in timescale, by month",
        columns,
        rows,
        total,
        " ".join(notes),
    )


def _held(row: dict) -> list[Cell]:
    share = rate(share_in_timescale(row))
    return [number(row["reviews"]), number(row["in_timescale"]), share]


def _not_known(years: list[dict]) -> list[Cell]:
    """How many of the reviews held have no due day on record; nothing where every one has."""
    counts = [one.get("due_day_not_known") or 0 for one in years]
    if not any(counts):
        return []
    return ["Due day not known", *(cell for n in counts for cell in (number(n), "", ""))]
