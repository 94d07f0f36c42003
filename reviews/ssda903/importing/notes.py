"""What a return says otherwise than the records: told, and left as it stands here."""

from datetime import date

from iro_service.templatetags.house import day as in_words

A_FEW = 10

# The row that counts of each review that is kept here, and what is kept.
BESIDE = """
    SELECT DISTINCT ON (t.child, t.review) t.child, t.review, t.review_code, r.participation_code
    FROM in_reviews t JOIN cohort_child c ON c.reference = t.child
    JOIN reviews_review r ON r.child_id = c.id AND r.held_on = t.review
    WHERE t.deed = 'unchanged' AND {condition}
    ORDER BY t.child, t.review, t.file DESC
"""


def codes_that_differ(cursor) -> list[str]:
    """Reviews whose outcome form says another code than the return: the record's code stays."""
    cursor.execute(
        BESIDE.format(
            condition="NOT r.imported AND r.struck_on IS NULL"
            " AND r.participation_code <> t.review_code"
        )
    )
    rows = [
        f"{child} on {in_words(held_on)}: {theirs} in the return, {ours or 'not recorded'} here"
        for child, held_on, theirs, ours in cursor.fetchall()
    ]
    start = "The code of a review recorded here stays, where the return has another one. "
    return [start + first_few(rows)] if rows else []


def struck_here(cursor) -> list[str]:
    """Reviews of the return that were taken out here as recorded in error: they stay out."""
    cursor.execute(
        BESIDE.format(
            condition="r.struck_on IS NOT NULL AND NOT EXISTS (SELECT FROM reviews_review other"
            " WHERE other.child_id = c.id AND other.held_on = t.review"
            " AND other.struck_on IS NULL)"
        )
    )
    rows = [f"{child} on {in_words(held_on)}" for child, held_on, *_ in cursor.fetchall()]
    start = "Reviews that were taken out here as recorded in error stay out. "
    return [start + first_few(rows)] if rows else []


def first_few(rows: list[str]) -> str:
    """Some of the rows, and how many more there are."""
    words = "; ".join(rows[:A_FEW])
    more = len(rows) - A_FEW
    return f"{words}; and {more:,} more." if more > 0 else f"{words}."


def records_begin(day: date) -> str:
    """Where the council's records begin, now that a return of earlier years is in."""
    return f"The records begin on {in_words(day)} now: figures since are counted from them."
