"""A table of the two days by one fact, with its chart beside it."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.safestring import SafeString

from cohort.make_up import NOT_RECORDED
from iro_service.templatetags.house import day as written
from reporting import charts
from reporting.comparison.cells import change, of_day
from reporting.comparison.seen import Seen
from reporting.drawings.shape import Chart, said
from reporting.opening import Cell, Table

Row = tuple[str, Sequence[str]]  # the words, and the codes they stand for
NONE_ON_EITHER = "Nobody was looked after on either day."
NOT_KNOWN = "The records do not reach back to either day."


def by_code(seen: Seen, fact: str, words: Mapping[str, str], *, always=()) -> list[Row]:
    """A row a code that a child has on either day, in the order of the words."""
    found = seen.codes(fact) | set(always)
    known = [code for code in words if code in found]
    others = sorted(found - {*words, NOT_RECORDED})
    rows: list[Row] = [(words.get(code, code), (code,)) for code in [*known, *others]]
    return rows + ([("Not recorded", (NOT_RECORDED,))] if NOT_RECORDED in found else [])


def by_group(seen: Seen, fact: str, groups: Mapping[str, Sequence[str]]) -> list[Row]:
    """A row a group of codes of which a child has one on either day."""
    found = seen.codes(fact)
    rows: list[Row] = [(name, codes) for name, codes in groups.items() if found & set(codes)]
    rest = sorted(found - {code for codes in groups.values() for code in codes})
    return rows + ([("Not recorded", tuple(rest))] if rest else [])


def table(
    seen: Seen, id: str, caption: str, heading: str, fact: str, rows: Iterable[Row], *, folded=""
) -> Table:
    """The children of both days and the change, a row for each of the rows."""
    lines = [_line(seen, fact, *row) for row in rows]
    known = [day for day in seen.days.both if day not in seen.unknown]
    return Table(
        id,
        caption,
        columns_of(seen, heading),
        lines if known else [],
        chart=None if folded else bars_of(seen, id, caption, lines),
        empty=NONE_ON_EITHER if known else NOT_KNOWN,
        folded=folded if lines else "",
    )


def columns_of(seen: Seen, heading: str) -> list[str]:
    """The heading of the rows, the two days, the change."""
    return [heading, *map(written, seen.days.both), "Change"]


def bars_of(seen: Seen, id: str, caption: str, lines: list[list[Cell]]) -> Chart | None:
    """Two bars a row, or one where only one of the days is known."""
    shown = [line for line in lines if line[1].value or line[2].value]
    if len(shown) < 2:
        return None
    series = [
        (written(day), [line[place].value for line in shown])
        for place, day in enumerate(seen.days.both, 1)
        if seen.tallies[day]
    ]
    title = f"{caption}, {' and '.join(name for name, _ in series)}"
    names = [line[0].words for line in shown]
    told = "; ".join(
        f"{day}: {said(list(zip(names, numbers, strict=True)))}" for day, numbers in series
    )
    svg: SafeString = charts.bars(
        title, f"Bars of children. {told}.", names, series, id=f"{id}-chart", unit="children"
    )
    return Chart(f"{id}-chart", svg, title)


def _line(seen: Seen, fact: str, words: str, codes: Sequence[str]) -> list[Cell]:
    on, other = (seen.count(day, fact, codes) for day in seen.days.both)
    return [
        Cell(words),
        of_day(on, words, seen.days.on, **{fact: codes}),
        of_day(other, words, seen.days.other, **{fact: codes}),
        change(on, other),
    ]
