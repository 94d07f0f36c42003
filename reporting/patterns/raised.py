"""Concerns raised in the window: by month, theme, group, team, worker and IRO."""

from decimal import Decimal

from disputes.codes import Group, Theme, group_of
from disputes.patterns import counted_by
from disputes.patterns.repeated import is_small
from iro_service.templatetags.house import counted
from reporting import charts
from reporting.drawings.shape import Chart
from reporting.patterns.seen import Seen
from reporting.patterns.shape import Cell, Table, bars_of, in_days, opens
from reporting.percent import ONE_DECIMAL, ratio
from reviews.filters import NOBODY

BARS_AT_MOST = 15
SMALL_NUMBER = "Small number"
WHO = {"team": "team", "worker": "social worker", "iro": "IRO"}


def by_month(seen: Seen) -> Table:
    """Each month's concerns with the good practice of the month beside them."""
    asked, rows = seen.asked, []
    for month in asked.window.months:
        name, days = f"{month.first:%B %Y}", asked.within("raised", month)
        concerns = [one for one in seen.raised if one.raised_on in month]
        formal = sum(one.formal_on is not None for one in concerns)
        good = sum(one.raised_on in month for one in seen.praise)
        rows.append([
            Cell(name),
            opens(asked, len(concerns), f"concerns raised in {name}", **days),
            opens(asked, formal, f"of {name} became formal", **days, formal="yes"),
            opens(asked, good, f"examples of good practice in {name}", "good_practice", **days),
        ])  # fmt: skip
    columns = ["Month", "Concerns", "Of these, formal", "Good practice"]
    caption = "Concerns and good practice by month"
    return Table("by-month", caption, columns, rows, chart=_months_chart(rows))


def by_group(seen: Seen) -> Table:
    """Delay, and practice."""
    concerns, good = counted_by(seen.raised, "group"), _groups_praised(seen)
    return Table(
        "by-group", "Concerns of delay and of practice", ["About", "Concerns", "Good practice"],
        [
            _line(seen, group.label, concerns[group], good[group], group=group.value)
            for group in Group
        ],
    )  # fmt: skip


def by_theme(seen: Seen) -> Table:
    """The themes, the most raised first."""
    concerns = counted_by(seen.raised, "theme")
    good = counted_by(seen.praise, "theme")
    themes = sorted(Theme, key=lambda theme: -concerns[theme])
    themes = [theme for theme in themes if concerns[theme] or good[theme]]
    return Table(
        "by-theme", "Concerns by theme", ["Theme", "Concerns", "Good practice"],
        [_line(seen, one.label, concerns[one], good[one], theme=one.value) for one in themes],
        chart=bars_of(
            "by-theme", f"Concerns raised {in_days(seen.asked.window)}, by theme",
            [(one.label, concerns[one]) for one in themes], "concerns",
        ),
    )  # fmt: skip


def by_whom(seen: Seen, kind: str) -> Table:
    """Those of each team, worker or IRO by name, which is no ranking."""
    concerns = counted_by(seen.raised, f"{kind}_id")
    groups = counted_by(seen.raised, lambda one: (getattr(one, f"{kind}_id"), one.group))
    good = counted_by(seen.praise, f"{kind}_id")
    names = seen.names[kind]
    order = sorted({*concerns, *good}, key=lambda pk: (pk is None, names.get(pk, "")))
    measured = seen.held is not None and kind != "iro"
    rows = []
    for pk in order:
        name = names[pk] if pk else f"No {WHO[kind]}"
        which = {kind: str(pk or NOBODY)}
        cells = _line(seen, name, concerns[pk], good[pk], **which)
        cells[2:2] = [
            opens(
                seen.asked, groups[pk, group], f"concerns of {group.label.lower()}, {name}",
                **seen.asked.raised | which | {"group": group.value},
            )
            for group in Group
        ]  # fmt: skip
        rows.append(cells + (_rate(seen, kind, pk, concerns[pk]) if measured else []))
    columns = [WHO[kind][0].upper() + WHO[kind][1:], "Concerns", *Group.labels, "Good practice"]
    bars = [(row[0].words, row[1].value) for row in rows]
    title = f"Concerns raised {in_days(seen.asked.window)}, by {WHO[kind]}"
    few = len([value for _, value in bars if value]) <= BARS_AT_MOST
    return Table(
        f"by-{kind}",
        f"Concerns by {WHO[kind]}",
        [*columns, "Children held", "For each 100 children", "Note"] if measured else columns,
        rows,
        (0, 7) if measured else (0,),
        bars_of(f"by-{kind}", title, bars, "concerns") if few else None,
        folded="" if few else f"Show {counted(len(rows), WHO[kind])}",
    )


def _rate(seen: Seen, kind: str, pk: int | None, number: int) -> list[Cell]:
    children = seen.held.of(kind, pk) if pk and seen.held else Decimal(0)
    if not children:
        return [Cell(None), Cell(None), Cell("")]
    small = SMALL_NUMBER if number and is_small(number, children) else ""
    shown = children.quantize(ONE_DECIMAL)
    return [Cell(shown), Cell(ratio(Decimal(number * 100), children)), Cell(small)]


def _line(seen: Seen, name: str, concerns: int, good: int, **which: str) -> list[Cell]:
    asked = seen.asked
    choices = asked.raised | which
    return [
        Cell(name),
        opens(asked, concerns, f"concerns, {name}", **choices),
        opens(asked, good, f"examples of good practice, {name}", "good_practice", **choices),
    ]


def _groups_praised(seen: Seen):
    return counted_by(seen.praise, lambda one: group_of(one.theme))


def _months_chart(rows: list[list[Cell]]) -> Chart | None:
    concerns, good = ([row[n].value for row in rows] for n in (1, 3))
    if not any(concerns) and not any(good):
        return None
    title = counted(sum(concerns), "concern")
    if any(good):
        title += f", and {counted(sum(good), 'example')} of good practice beside them"
    svg = charts.columns(
        title,
        "Columns by month of concerns raised and of good practice recorded. The table beside it "
        "holds the figures.",
        [f"{row[0].words[:3]} {row[0].words[-2:]}" for row in rows],
        [("Concerns", concerns), ("Good practice", good)],
        id="by-month-chart",
    )
    return Chart("by-month-chart", svg, title)
