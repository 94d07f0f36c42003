"""The figures at the head of the page."""

from iro_service.templatetags.house import day as written
from reporting.comparison.cells import change, of_day, opens
from reporting.comparison.seen import Seen
from reporting.figures.cohort.counting import change as change_in_percent
from reporting.opening import Cell

NOT_KNOWN = "Not known"


def strip(seen: Seen) -> list[dict]:
    """The total and its change, who came and left, and three groups of children."""
    days, on = seen.days, seen.days.on
    total, other = (seen.total(day) for day in days.both)
    flows = seen.flows or {"starts": None, "ends": None}
    groups = [
        (words, seen.count(on, fact, ("yes",)), fact)
        for words, fact in (("Unaccompanied", "unaccompanied"), ("Disabled", "disabled"))
    ]
    return [
        _figure("Looked after", of_day(total, "", on), f"on {written(on)}"),
        _figure("Change", change(total, other), _change(total, other)),
        _figure("Started between the days", opens(flows["starts"], "", started=days.between)),
        _figure("Ceased between the days", opens(flows["ends"], "", ended=days.between)),
        *(_figure(words, of_day(n, "", on, **{fact: "yes"})) for words, n, fact in groups),
        _figure(
            "In short breaks only", of_day(seen.short_breaks(on), "", on, short_breaks="yes"),
            "not among those looked after",
        ),
    ]  # fmt: skip


def _change(total: int | None, other: int | None) -> str:
    percent = change_in_percent(total, other)
    if percent is None:
        return ""
    return f"{abs(percent)}% {'more' if percent > 0 else 'fewer'}" if percent else "as many"


def _figure(label: str, cell: Cell, note: str = "") -> dict:
    number = NOT_KNOWN if cell.value is None else cell.words
    return {"label": label, "number": number, "href": cell.href, "note": note}
