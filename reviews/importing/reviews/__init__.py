"""The register of reviews: what the return holds of them and what it does not.

Its shape is that of the Standard Safeguarding Dataset's reviews table.
"""

from collections.abc import Iterable
from datetime import date, datetime

from reviews.importing.reviews.keeping import Keeping
from reviews.importing.reviews.planning import count_planned, follow_up
from reviews.importing.reviews.reading import ABOUT, COLUMNS, ONE_OF, Given, Reading
from reviews.importing.rows import NotTaken, Row
from reviews.importing.tally import Tally

__all__ = ["ABOUT", "COLUMNS", "ONE_OF", "bring_in"]


def bring_in(rows: Iterable[Row], tally: Tally, *, on: date, at: datetime, by) -> None:
    """Take past, cancelled and planned reviews, and plan what is due next by the law."""
    reading = Reading(tally, on)
    by_child: dict[int, list[Given]] = {}
    for row in rows:
        try:
            given = reading.given(tally.read(row))
        except NotTaken as why:
            tally.hand_back(row, why)
        else:
            by_child.setdefault(given.child.pk, []).append(given)
    keeping = Keeping(tally, by_child)
    keeping.keep()
    every = [one for several in by_child.values() for one in several]
    tally.more_notes += follow_up(by_child, every, tally, on=on, at=at, by=by)
    count_planned(keeping.planned, keeping.had_a_plan, tally)
