"""How many there are, who came and who left, and the total over the years."""

from cohort.codes import ReasonEnded, StatusBefore
from iro_service.templatetags.house import day as written
from reporting import charts
from reporting.comparison.cells import of_day, opens
from reporting.comparison.seen import Seen
from reporting.drawings.flat import bars_of
from reporting.drawings.shape import Chart, said
from reporting.opening import Cell, Table

UNKNOWN = "Who came and left is not known for days before the records."
A_CHILD_TWICE = "A child who came back into care counts once for each time."


def from_day_to_day(seen: Seen) -> Table:
    """The children of the earlier day, those who came, those who left, those of the later day."""
    days = seen.days
    rows = [
        [Cell("Looked after"), Cell(f"on {written(day)}"),
         of_day(seen.total(day), "looked after", day)]
        for day in (days.earlier, days.later)
    ]  # fmt: skip
    if seen.flows is not None:
        rows[1:1] = _came_and_left(seen)
    return Table(
        "moving",
        "From the earlier day to the later",
        ["Children", "When", "Number"],
        rows,
        (0, 1),
        note=A_CHILD_TWICE if seen.flows is not None else UNKNOWN,
    )


def _came_and_left(seen: Seen) -> list[list[Cell]]:
    between, flows = seen.days.between, seen.flows
    when = Cell(_when(seen))
    rows = [
        [Cell("Started"), when, opens(flows["starts"], "started", started=between)],
        [Cell("Ceased"), when, opens(flows["ends"], "ceased", ended=between)],
    ]
    if seen.starts_unknown:
        about = {"started": between, "start": "not_known"}
        number = opens(seen.starts_unknown, "whose start is not known", **about)
        rows.insert(1, [Cell("First recorded, start not known"), when, number])
    return rows


def over_the_years(seen: Seen) -> Table:
    """The total on this day of each of six years."""
    rows = [[Cell(written(day)), of_day(total, "looked after", day)] for day, total in seen.years]
    return Table(
        "years", "Looked after on this day of each year", ["Day", "Children"], rows,
        chart=_columns_of(seen),
        note=(
            f"The records begin on {written(seen.records_from)}: what was before is not known."
            if any(total is None for _, total in seen.years) else ""
        ),
    )  # fmt: skip


def _columns_of(seen: Seen) -> Chart | None:
    known = [(day, total) for day, total in seen.years if total is not None]
    if len(known) < 2:
        return None
    title = f"Children looked after, {known[0][0].year} to {known[-1][0].year}"
    bars = [(f"{day:%b} {day.year}", total) for day, total in known]
    svg = charts.columns(
        title,
        f"Columns of children on the same day of each year: {said(bars)}.",
        [name for name, _ in bars],
        [("Children", [total for _, total in bars])],
        id="years-chart",
    )
    return Chart("years-chart", svg, title)


def starts_by_status(seen: Seen) -> Table:
    """Those who started, by what they were to the council before."""
    return _flow(
        seen, "starts", "Started, by status before care", "Status before care",
        ("status_before", "started", dict(StatusBefore.choices)),
    )  # fmt: skip


def ends_by_reason(seen: Seen) -> Table:
    """Those who ceased, by the reason."""
    return _flow(
        seen, "ends", "Ceased, by reason", "Reason",
        ("ends_by_reason", "ended", dict(ReasonEnded.choices)),
    )  # fmt: skip


def _flow(seen: Seen, id: str, caption: str, heading: str, told: tuple[str, str, dict]) -> Table:
    key, days, words = told
    fact = "reason_ended" if days == "ended" else key
    rows = [
        [
            Cell(words.get(code, code)),
            opens(
                number, f"{caption.split(',')[0].lower()}, {words.get(code, code)}",
                **{days: seen.days.between, fact: code},
            ),
        ]
        for code, number in (seen.flows[key] if seen.flows else {}).items()
    ]  # fmt: skip
    empty = "None between the two days." if seen.flows is not None else UNKNOWN
    some = any(row[1].value for row in rows)
    when = f"{caption}, {_when(seen)}"
    bars = bars_of(id, when, [(row[0].words, row[1].value) for row in rows], "children")
    return Table(id, caption, [heading, "Number"], rows if some else [], chart=bars, empty=empty)


def _when(seen: Seen) -> str:
    between = seen.days.between
    return f"from {written(between.first)} to {written(between.last)}"
