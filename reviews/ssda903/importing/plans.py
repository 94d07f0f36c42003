"""The next reviews as they are planned, moved and cancelled after an import, as sets."""

from datetime import date, datetime

from reviews.actions.care import NO_LONGER
from reviews.models import PlanChange

PLANNED = "r.held_on IS NULL AND r.cancelled_on IS NULL"
BOOKED_ON = "(r.booked_for AT TIME ZONE 'Europe/London')::date"
WHY_MOVED = "A return that was brought in tells what was held and where the child was"


def make_room(cursor) -> None:
    """Make the temporary tables; what came in is in the records now, and touches its children."""
    cursor.execute(
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS next_due (
            period_id bigint PRIMARY KEY, child_id bigint NOT NULL,
            due_on date NOT NULL, rule text NOT NULL, base_on date NOT NULL, last_on date
        ) ON COMMIT DROP;
        CREATE TEMPORARY TABLE IF NOT EXISTS replanned (
            review_id bigint PRIMARY KEY, day_before date, day_after date, last_on date
        ) ON COMMIT DROP;
        TRUNCATE coming, next_due, replanned;
        INSERT INTO touched
        SELECT p.child_id FROM cohort_periodofcare p
        WHERE p.ended_on IS NULL AND NOT EXISTS (
            SELECT FROM reviews_review r
            WHERE r.period_id = p.id AND r.held_on IS NULL AND r.cancelled_on IS NULL)
        ON CONFLICT DO NOTHING;
        ANALYZE touched
        """
    )


def cancel_of_ended_care(cursor, *, at: datetime, on: date, by) -> int:
    """Cancel what is planned in care that has ended, unless its outcome form is owed already."""
    cursor.execute(
        f"""
        WITH cancelled AS (
            UPDATE reviews_review r
            SET cancelled_on = %(on)s, cancelled_reason = %(reason)s, meeting_id = NULL
            FROM cohort_periodofcare p
            WHERE p.id = r.period_id AND {PLANNED} AND p.ended_on <= %(on)s
                AND p.child_id IN (SELECT child_id FROM touched)
                AND NOT COALESCE(r.booked_for <= %(at)s AND {BOOKED_ON} <= p.ended_on, false)
            RETURNING r.id, COALESCE({BOOKED_ON}, r.due_on) AS planned_for
        ), logged AS (
            INSERT INTO reviews_planchange
                (review_id, kind, asked_by, reason, day_before, at, by_id)
            SELECT id, %(kind)s, '', %(reason)s, planned_for, %(at)s, %(by)s FROM cancelled
            WHERE %(by)s::bigint IS NOT NULL
        )
        SELECT count(*) FROM cancelled
        """,  # noqa: S608  # names of ours only
        {
            "on": on, "at": at, "by": by and by.pk,
            "reason": NO_LONGER, "kind": PlanChange.Kind.CANCELLED,
        },
    )  # fmt: skip
    return cursor.fetchone()[0]


def plan_what_is_missing(cursor, *, months: str) -> int:
    """Plan a review for each child looked after who has none planned."""
    cursor.execute(
        """
        WITH planned AS (
            INSERT INTO reviews_review (child_id, period_id, due_on, rule, base_on,
                count_months_as, participation_code, late_reason, late_detail, place, method)
            SELECT n.child_id, n.period_id, n.due_on, n.rule, n.base_on, %s, '', '', '', '', ''
            FROM next_due n
            WHERE NOT EXISTS (SELECT FROM reviews_review r WHERE r.child_id = n.child_id
                AND r.held_on IS NULL AND r.cancelled_on IS NULL)
            RETURNING id, period_id
        ), kept AS (
            INSERT INTO replanned (review_id, last_on)
            SELECT p.id, n.last_on FROM planned p JOIN next_due n USING (period_id)
        )
        SELECT count(*) FROM planned
        """,
        [months],
    )
    return cursor.fetchone()[0]


def plan_anew(cursor, *, months: str, at: datetime, on: date, by) -> int:
    """Move a planned review that nobody booked or began to the day that follows by the law.

    One that is overdue stays so, unless the return tells of a review held since.
    """
    cursor.execute(
        f"""
        INSERT INTO replanned
        SELECT r.id, r.due_on, n.due_on, n.last_on
        FROM reviews_review r JOIN next_due n USING (period_id)
        WHERE {PLANNED} AND r.booked_for IS NULL AND (r.rule, r.base_on) <> (n.rule, n.base_on)
            AND NOT EXISTS (SELECT FROM reviews_adjournment a WHERE a.review_id = r.id)
            AND NOT EXISTS (SELECT FROM reviews_reviewpart a WHERE a.review_id = r.id)
            AND (r.due_on >= %(on)s AND r.base_on <> n.base_on OR EXISTS (
                SELECT FROM reviews_review h WHERE h.period_id = r.period_id
                AND h.held_on = n.base_on AND h.imported AND h.struck_on IS NULL))
        ON CONFLICT DO NOTHING
        """,  # noqa: S608  # names of ours only
        {"on": on},
    )
    cursor.execute(
        """
        UPDATE reviews_review r SET due_on = n.due_on, rule = n.rule, base_on = n.base_on,
            count_months_as = %s
        FROM replanned m, next_due n
        WHERE m.day_before IS NOT NULL AND r.id = m.review_id AND n.period_id = r.period_id
        """,
        [months],
    )
    moved = cursor.rowcount
    if by is not None:
        cursor.execute(
            """
            INSERT INTO reviews_planchange
                (review_id, kind, asked_by, reason, day_before, day_after, at, by_id)
            SELECT review_id, %s, %s, %s, day_before, day_after, %s, %s FROM replanned
            WHERE day_before IS NOT NULL
            """,
            [PlanChange.Kind.REPLANNED, PlanChange.AskedBy.LAW, WHY_MOVED, at, by.pk],
        )
    return moved


def owe_midway_checks(cursor, *, on: date) -> None:
    """Owe the look half-way to each review planned or moved, as reviews.actions.oversight does."""
    cursor.execute(
        """
        DELETE FROM reviews_midwaycheck m USING replanned c, reviews_review r
        WHERE m.review_id = c.review_id AND r.id = c.review_id AND m.done_on IS NULL
            AND (c.last_on IS NULL OR r.due_on <= c.last_on)
        """
    )
    cursor.execute(
        """
        INSERT INTO reviews_midwaycheck AS m (review_id, due_on, outcome, note)
        SELECT r.id,
            LEAST(GREATEST(c.last_on + (r.due_on - c.last_on) / 2, %s), r.due_on), '', ''
        FROM replanned c JOIN reviews_review r ON r.id = c.review_id
        WHERE c.last_on < r.due_on
        ON CONFLICT (review_id) DO UPDATE SET due_on = EXCLUDED.due_on
        WHERE m.done_on IS NULL AND m.due_on <> EXCLUDED.due_on
        """,
        [on],
    )
