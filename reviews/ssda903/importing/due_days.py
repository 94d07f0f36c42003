"""Due days of past reviews: one pass over the history of each child, however many there are."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, starmap
from typing import NamedTuple

from cohort.ssda903.storing.copying import copy_rows
from reviews.codes import AS_GIVEN, NOT_KNOWN
from reviews.ssda903.importing.law import Care, Law, Stretch
from statute.calendar import UnknownBankHolidays

A_BATCH = 2_000  # periods of care; what is held in memory at a time
DAY = timedelta(days=1)

# Each period of care of the children in `touched`, its episodes, and the days reviews were held:
# those in the records, and those in `coming`.
HISTORY = """
    SELECT p.id, p.child_id, p.started_on, p.began_before, p.ended_on,
        e.days, e.reasons, e.statuses, e.placements, r.days, r.ours
    FROM cohort_periodofcare p
    LEFT JOIN LATERAL (
        SELECT array_agg(started_on ORDER BY started_on, id) AS days,
            array_agg(reason_new::text ORDER BY started_on, id) AS reasons,
            array_agg(legal_status::text ORDER BY started_on, id) AS statuses,
            array_agg(placement::text ORDER BY started_on, id) AS placements
        FROM cohort_episode WHERE period_id = p.id
    ) e ON true
    LEFT JOIN LATERAL (
        SELECT array_agg(held_on ORDER BY held_on) AS days,
            array_agg(ours ORDER BY held_on) AS ours
        FROM (
            SELECT held_on, NOT imported OR rule = %(as_given)s AS ours FROM reviews_review
            WHERE period_id = p.id AND held_on IS NOT NULL AND struck_on IS NULL
            UNION ALL SELECT held_on, false FROM coming WHERE period_id = p.id
        ) held
    ) r ON true
    WHERE p.child_id IN (SELECT child_id FROM touched)
"""


class History(NamedTuple):
    """A period of care and the reviews held in it, in order; `ours` keep the day they have."""

    care: Care
    ended_on: date | None
    held: list[date]
    ours: list[bool]


def histories(cursor) -> Iterator[History]:
    """The children touched, a period of care at a time, in flat memory."""
    # A cursor of the server's own, in the same transaction: psycopg would fetch all at once.
    with cursor.connection.cursor(name="histories") as rows:
        rows.itersize = A_BATCH
        rows.execute(HISTORY, {"as_given": AS_GIVEN})
        while batch := rows.fetchmany(A_BATCH):
            for row in batch:
                yield _history(row)


def _history(row: tuple) -> History:
    pk, child, started_on, began_before, ended_on, *episodes, held, ours = row
    stretches = list(starmap(Stretch, zip(*(part or [] for part in episodes), strict=True)))
    care = Care(pk, child, started_on, began_before, stretches)
    return History(care, ended_on, held or [], ours or [])


def make_room(cursor) -> None:
    """Make the temporary tables of this pass."""
    cursor.execute(
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS touched (child_id bigint PRIMARY KEY) ON COMMIT DROP;
        CREATE TEMPORARY TABLE IF NOT EXISTS coming (
            child_id bigint NOT NULL, period_id bigint NOT NULL, held_on date NOT NULL,
            code text NOT NULL
        ) ON COMMIT DROP;
        CREATE TEMPORARY TABLE IF NOT EXISTS due_days (
            period_id bigint NOT NULL, held_on date NOT NULL,
            due_on date, rule text NOT NULL, base_on date
        ) ON COMMIT DROP;
        TRUNCATE touched, coming, due_days
        """
    )


def work_out_due_days(cursor, law: Law) -> None:
    """Fill due_days for every review of the children touched that came from a return."""
    reviews = (row for history in histories(cursor) for row in _rows(history, law))
    while batch := list(islice(reviews, A_BATCH)):
        columns = ("period_id", "held_on", "due_on", "rule", "base_on")
        copy_rows(cursor, "due_days", columns, batch)
    cursor.execute("CREATE INDEX IF NOT EXISTS due_days_of ON due_days (period_id, held_on)")
    cursor.execute("ANALYZE due_days")


def _rows(history: History, law: Law) -> Iterator[tuple]:
    for number, (held_on, ours) in enumerate(zip(history.held, history.ours, strict=True)):
        if not ours:
            found = due_day_of(history.care, history.held[:number], held_on, law)
            yield history.care.period_id, held_on, *found


def due_day_of(
    care: Care, before: list[date], held_on: date, law: Law
) -> tuple[date | None, str, date | None]:
    """When a review held that day was due, by which rule, counted from when; or not known."""
    # What began on the very day of the review is counted for the next one.
    since = before[-1] if before else care.started_on
    try:
        due = law.due(care, before, until=max(since, held_on - DAY))
    except UnknownBankHolidays:
        return None, NOT_KNOWN, None
    is_known = due.is_certain and law.covered.all_of(due.deadline.base_on, held_on)
    if not is_known:
        return None, NOT_KNOWN, None
    return due.deadline.due_on, due.deadline.rule, due.deadline.base_on


def change_due_days(cursor) -> int:
    """Set the due day of imported reviews in the records that differ; how many did."""
    cursor.execute(
        """
        UPDATE reviews_review r SET due_on = d.due_on, rule = d.rule, base_on = d.base_on,
            late_reason = CASE WHEN r.held_on > d.due_on
                THEN COALESCE(NULLIF(r.late_reason, ''), 'not_recorded') ELSE '' END
        FROM due_days d
        WHERE r.period_id = d.period_id AND r.held_on = d.held_on AND r.imported
            AND r.struck_on IS NULL AND r.rule <> %s
            AND (r.due_on, r.rule, r.base_on) IS DISTINCT FROM (d.due_on, d.rule, d.base_on)
        """,
        [AS_GIVEN],
    )
    return cursor.rowcount
