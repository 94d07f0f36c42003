"""The tables of what was promised: last year's priorities looked back on, and the next ones."""

from collections.abc import Sequence

from reporting.quoting import quotable
from reporting.sentences.headline import then_and_now
from reporting.tables.shape import Table, column
from reporting.writing import Promise
from reporting.written import NOT_KNOWN, day_short

NOT_YET = "Not looked back on yet"


def looked_back(promises: Sequence[Promise], figures: dict) -> Table | None:
    """Each priority of the year before with its lead, day and measure, and how it went."""
    if not promises:
        return None
    texts = [column(words, numeric=False) for words in HEADINGS]
    return Table(
        "looked-back",
        "Last year's priorities, and how they went",
        texts,
        [
            [
                one.title,
                one.lead,
                day_short(one.due_on),
                _with_figure(one, figures),
                _went(one),
            ]
            for one in promises
        ],
    )


HEADINGS = ("Priority", "Lead", "By when", "How we would know", "How it went")


def to_come(promises: Sequence[Promise]) -> Table | None:
    """Each priority for the next year with its lead, day and measure."""
    if not promises:
        return None
    return Table(
        "priorities-to-come",
        "Priorities for next year",
        [
            column("Priority", numeric=False), column("Lead", numeric=False),
            column("By when", numeric=False), column("How we will know", numeric=False),
        ],
        [[one.title, one.lead, day_short(one.due_on), one.measure] for one in promises],
    )  # fmt: skip


def _with_figure(one: Promise, figures: dict) -> str:
    """The measure, and where a figure is named what it was and is."""
    if not one.figure:
        return one.measure
    told = then_and_now(figures, one.figure)
    if not told and one.figure in (known := quotable(figures)):
        told = f"Now: {known[one.figure]}" if known[one.figure] != NOT_KNOWN else ""
    return f"{_closed(one.measure)} {told}." if told else one.measure


def _went(one: Promise) -> str:
    return f"{_closed(one.result)} {one.went}" if one.result else NOT_YET


def _closed(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
