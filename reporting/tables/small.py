"""Counts with their shares, the small ones withheld: for what a public document may not tell."""

from collections.abc import Mapping

from reporting.percent import percent
from reporting.tables.shape import Table, column
from reporting.tables.withheld import FEWER, withheld
from reporting.written import number, rate

NOTE = (
    f"Counts of 1 to {FEWER - 1} are withheld because this report is a public document, and with "
    "them as many more as are needed so that none can be worked out from the total."
)
WITHHELD = "Withheld"


def of_whole_withheld(
    id: str, caption: str, counts: Mapping[str, int], *, what: str, heading: str
) -> Table | None:
    """A column of counts with their share of the whole; None where the whole itself is as small."""
    whole = sum(counts.values())
    if whole < FEWER:
        return None
    hidden = withheld(list(counts.values()))
    return Table(
        id,
        caption,
        [column(heading, numeric=False), column(what), column("Share")],
        [
            [words, WITHHELD, WITHHELD]
            if place in hidden
            else [words, number(n), rate(percent(n, whole))]
            for place, (words, n) in enumerate(counts.items())
        ],
        ["Total", number(whole), "100.0%"],
        NOTE if hidden else "",
    )
