"""What follows from a return: due days of past reviews, and the next review of each child."""

from datetime import date, datetime

from cohort.models import Council


def plan_next_reviews(
    cursor, *, on: date, at: datetime, by, council: Council | None, years: list[str]
) -> list[str]:
    """Set the due days of imported reviews and plan what is due next; gives sentences to note.

    `years` are those bring_in_reviews found all in. `by` is None where nobody is signed in.
    """
    raise NotImplementedError
