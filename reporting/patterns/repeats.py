"""The same theme again with the same team, or with the same worker."""

from disputes.codes import Theme
from disputes.patterns import Held, Repeated, repeated
from reporting.patterns.raised import SMALL_NUMBER, WHO
from reporting.patterns.seen import Seen
from reporting.patterns.shape import Cell, Table, bars_of, opens
from reporting.percent import ONE_DECIMAL

NOT_DIVIDED = "Children held are not divided by IRO, so no rate is given while an IRO is chosen."


def repeated_by(seen: Seen, kind: str) -> Table:
    """Themes raised twice or more with a team or a worker: ranked, then the small numbers."""
    names = seen.names[kind]
    held = seen.held or Held({}, {})
    found = repeated(seen.raised, kind, held, name=lambda pk: names[pk])
    ranked = [one for one in found if not one.small]
    who = WHO[kind]
    return Table(
        f"repeated-by-{kind}",
        f"The same theme with the same {who}",
        [who.capitalize(), "Theme", "Disputes", "Children held", "For each 100 children", "Note"],
        [_row(seen, kind, names[one.pk], one) for one in found],
        (0, 1, 5),
        bars_of(
            f"repeated-by-{kind}",
            f"Disputes for each 100 children held, the same theme with the same {who}",
            [(_said(names[one.pk], one), one.per_100) for one in ranked],
            "disputes for each 100 children",
        ),
        "" if seen.held else NOT_DIVIDED,
        f"No theme was raised twice with the same {who} in these days.",
    )


def _row(seen: Seen, kind: str, name: str, one: Repeated) -> list[Cell]:
    theme = Theme(one.theme)
    which = seen.asked.raised | {kind: str(one.pk), "theme": theme.value}
    known = seen.held is not None
    return [
        Cell(name),
        Cell(theme.label),
        opens(seen.asked, one.disputes, f"disputes of {theme.label.lower()}, {name}", **which),
        Cell(one.children.quantize(ONE_DECIMAL) if known else None),
        Cell(one.per_100 if known else None),
        Cell(SMALL_NUMBER if known and one.small else ""),
    ]


def _said(name: str, one: Repeated) -> str:
    return f"{name}: {Theme(one.theme).label.lower()}"
