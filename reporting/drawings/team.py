"""The chart of each IRO's caseload."""

from reporting import charts, sentences
from reporting.drawings.shape import Chart, said
from reporting.written import day, month


def caseloads(figures: dict) -> Chart | None:
    """Each IRO, by name, against the Handbook's band; nothing where single IROs are not told."""
    caseload = figures["caseload"]
    rows = [
        (row["name"], row["per_full_time_post"])
        for row in caseload["by_iro"] or []
        if row["per_full_time_post"] is not None
    ]
    if not rows:
        return None
    message = sentences.over_the_highest(caseload)
    svg = charts.bars(
        message,
        f"Bars of children for each full-time post on {day(caseload['as_at'])}: {said(rows)}.",
        [name for name, _ in rows],
        [("Children for each full-time post", [float(value) for _, value in rows])],
        id="caseloads",
        unit="children",
        band=(caseload["lowest"], caseload["highest"]),
        band_label=f"Handbook: {caseload['lowest']} to {caseload['highest']}",
    )
    return Chart("caseloads", svg, message)


def caseload_months(figures: dict) -> Chart | None:
    """Children for each full-time post month by month, against the Handbook's band."""
    caseload = figures["caseload"]
    rows = [(month["as_at"], month["average"]) for month in caseload["by_month"]]
    rows = [(as_at, average) for as_at, average in rows if average is not None]
    if len(rows) < 2:
        return None
    title = "Children for each full-time post at the end of each month"
    svg = charts.columns(
        title,
        f"Columns by month: {said([(month(as_at[:7]), average) for as_at, average in rows])}.",
        [month(as_at[:7])[:3] for as_at, _ in rows],
        [("Children for each full-time post", [average for _, average in rows])],
        id="caseload-by-month",
        unit="children",
        band=(caseload["lowest"], caseload["highest"]),
        band_label=f"Handbook: {caseload['lowest']} to {caseload['highest']}",
    )
    return Chart("caseload-by-month", svg, title)
