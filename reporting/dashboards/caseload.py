"""Children for each full-time post, against the Handbook's band."""

from django.urls import reverse

from reporting import charts
from reporting.dashboards.asked import Asked
from reporting.dashboards.panel import Panel
from reporting.monthly import Month
from reporting.opening import Cell, Table
from reporting.written import fewest
from statute import caseload as band


def caseload_panel(asked: Asked) -> Panel | None:
    """Children for each full-time post against the Handbook's band; none of a team."""
    months = asked.counted.caseloads[-asked.span.number :]
    if not months:
        return None
    values = [None if m["average"] is None else float(m["average"]) for m in months]
    known = [month for month in months if month["average"] is not None]
    target = asked.targets.get("caseload")
    mine = asked.whose.iro is not None
    columns = ["Month", "Children", "Posts filled", "Children per post"]
    columns += [] if mine else [f"IROs over {band.HIGHEST}", "Without an IRO"]
    svg = charts.control(
        f"Children for each full-time post, {asked.in_words}",
        f"A line by month against the Handbook’s {band.LOWEST} to {band.HIGHEST}. "
        "The table of the same months holds the figures.",
        [month.short for month in months],
        values,
        id="caseload",
        unit="children",
        running={n for n, month in enumerate(months) if month.running},
        band=(band.LOWEST, band.HIGHEST),
        band_label=f"Handbook: {band.LOWEST} to {band.HIGHEST}",
        target=None if target is None else float(target),
    )
    last = known[-1] if known else None
    return Panel(
        "caseload",
        "Children for each full-time post",
        f"On the last day of each month. The Handbook’s band is {band.LOWEST} to {band.HIGHEST} "
        f"({band.AUTHORITY}). Every child is counted, so there is no chance to be told apart.",
        svg,
        Table("caseload-table", "Children for each full-time post", columns,
              [_caseload_row(asked, month, mine) for month in months]),
        last is not None,
        [_against(last, asked)] if last else [],
        tile={
            "label": "Children for each post",
            "number": fewest(last["average"]),
            "note": f"End of {last.name}" + (
                "" if mine else f", {last['over']} IROs over {band.HIGHEST}"),
            "href": "#caseload",
        } if last else None,
        now_words="Caseloads today" if asked.user.is_manager else "",
        now_href=reverse("caseloads") if asked.user.is_manager else "",
    )  # fmt: skip


def _against(month: Month, asked: Asked) -> str:
    average = month["average"]
    where = "within"
    if average > band.HIGHEST:
        where = "above"
    elif average < band.LOWEST:
        where = "below"
    iro = asked.whose.iro
    whose = "The average" if iro is None else "The caseload"
    whose = "Your caseload" if iro == asked.user else whose
    return f"{whose} lies {where} the Handbook’s band at the end of {month.name}."


def _caseload_row(asked: Asked, month: Month, mine: bool) -> list[Cell]:
    end = asked.span.end(month.first)
    opens = asked.opens_lists and month["children"] is not None
    href = f"{reverse('caseloads')}?on={end.isoformat()}" if opens else ""
    posts = month["posts"]
    cells = [
        Cell(month.name),
        Cell(month["children"], href, f"children at the end of {month.name}"),
        Cell(None if posts is None else fewest(posts)),
        Cell(month["average"]),
    ]
    return cells if mine else [*cells, Cell(month["over"]), Cell(month["without_iro"])]
