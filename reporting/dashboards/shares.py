"""The panel of a share: its line with limits, its words, its table."""

from calendar import monthrange
from urllib.parse import urlencode

from reporting import charts
from reporting.dashboards.asked import Asked
from reporting.dashboards.judged import Judged, judged_shares
from reporting.dashboards.kinds import Kind
from reporting.dashboards.panel import Panel
from reporting.monthly import Month
from reporting.opening import Cell, Table
from reporting.percent import percent
from reporting.written import fewest, rate


def share_panel(kind: Kind, asked: Asked) -> Panel:
    """The share of each month, judged by control limits, against the target."""
    months = getattr(asked.counted, kind.months)
    judged = judged_shares(months, asked.span.number, kind.part, kind.whole)
    target = asked.targets.get(kind.id)
    known = any(value is not None for value in judged.values)
    words, name, query = kind.now or ("", "", "")
    return Panel(
        kind.id,
        kind.words,
        kind.about,
        _drawn(kind, asked, judged, target),
        _table(kind, asked, judged.months),
        known,
        judged.says,
        judged.by if judged.limits else "",
        len(judged.says) if judged.found else 0,
        _tile(kind, judged, target),
        words,
        asked.list_of(name, query) if name else "",
        f"{fewest(target)}%" if target is not None else "",
    )


def _drawn(kind: Kind, asked: Asked, judged: Judged, target) -> str:
    return charts.control(
        f"{kind.words}, {asked.in_words}",
        f"A line by month. {' '.join(judged.says)} The table of the same months holds the figures.",
        [month.short for month in judged.months],
        judged.values,
        id=kind.id,
        unit="%",
        mean=judged.limits.mean if judged.limits else None,
        limits=judged.limits.each if judged.limits else (),
        special=judged.special,
        long=judged.long,
        running=judged.running,
        target=None if target is None else float(target),
        target_label="" if target is None else f"Target {fewest(target)}%",
    )


def _tile(kind: Kind, judged: Judged, target) -> dict | None:
    if not kind.tile:
        return None
    if not judged.latest:
        return {"label": kind.tile, "number": "None", "note": "No month is known yet"}
    month, _ = judged.latest
    aimed = f", target {fewest(target)}%" if target is not None else ""
    return {
        "label": kind.tile,
        "number": rate(percent(month[kind.part], month[kind.whole])),
        "note": f"{month.name}{aimed}",
        "href": f"#{kind.id}",
    }


def _table(kind: Kind, asked: Asked, months: list[Month]) -> Table:
    # A column that is nought in every month says nothing, and is none.
    rare = {"due_day_not_known", "overdue"}
    names = [name for name in kind.columns if name not in rare or any(m[name] for m in months)]
    rows = [
        [
            Cell(f"{month.name} (not over)" if month.running else month.name),
            *(_cell(kind, asked, month, name) for name in names),
            Cell(rate(percent(month[kind.part], month[kind.whole]))),
        ]
        for month in months
    ]
    columns = ["Month", *(kind.columns[name] for name in names), "Share"]
    return Table(f"{kind.id}-table", kind.words, columns, rows)


def _cell(kind: Kind, asked: Asked, month: Month, name: str) -> Cell:
    state, number = kind.states.get(name), month[name]
    recorded = month.first >= asked.council.records_from  # what was published opens nothing
    if not (state and number and asked.opens_lists and recorded):
        return Cell(number)
    last = month.first.replace(day=monthrange(month.first.year, month.first.month)[1])
    days = {"state": state, "from": month.first.isoformat(), "to": last.isoformat()}
    about = f"{kind.columns[name].lower()}, {month.name}"
    return Cell(number, asked.list_of("reviews", urlencode(days)), about)
