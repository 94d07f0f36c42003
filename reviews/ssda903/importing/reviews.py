"""The Reviews table of a return: each row is a past review, or is handed back with a reason."""

from datetime import date
from typing import NamedTuple

from cohort.importing import Counts
from cohort.models import Council


class BroughtIn(NamedTuple):
    """What came of the rows, what to look at, and the years whose reviews are all in now."""

    counts: Counts
    notes: list[str]
    years: list[str]


def bring_in_reviews(cursor, *, on: date, year: str = "", council: Council | None) -> BroughtIn:
    """Take the rows of in_reviews that hold into the records; the others get their reason.

    Children, periods of care and episodes of the same files are in the records by then.
    """
    raise NotImplementedError
