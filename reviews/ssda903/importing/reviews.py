"""The Reviews table of a return: each row is a past review, or is handed back with a reason."""

from datetime import date
from typing import NamedTuple

from cohort.council import working_calendar
from cohort.importing import Counts
from cohort.models import Council
from cohort.ssda903.staging import REVIEWS
from cohort.ssda903.storing.doubles import latest
from reviews.codes import LateReason
from reviews.ssda903.importing import due_days
from reviews.ssda903.importing.faults import refuse_faulty_reviews
from reviews.ssda903.importing.law import Law
from reviews.ssda903.importing.notes import codes_that_differ, struck_here
from reviews.ssda903.importing.years import covered_years, years_told

LATEST = latest(REVIEWS, "child", "review")
# Whoever has a row in these files; and those whose due days other years may make known.
TOUCHED = """
    INSERT INTO touched
    SELECT c.id FROM cohort_child c JOIN (
        SELECT child FROM in_header WHERE reason IS NULL
        UNION SELECT child FROM in_episodes WHERE reason IS NULL
        UNION SELECT child FROM in_reviews WHERE reason IS NULL
    ) told ON told.child = c.reference
    UNION SELECT child_id FROM reviews_review
    WHERE imported AND due_on IS NULL AND struck_on IS NULL
"""


class BroughtIn(NamedTuple):
    """What came of the rows, what to look at, and the years whose reviews are all in now."""

    counts: Counts
    notes: list[str]
    years: list[str]


def bring_in_reviews(cursor, *, on: date, year: str = "", council: Council | None) -> BroughtIn:
    """Take the rows of in_reviews that hold into the records; the others get their reason.

    Children, periods of care and episodes of the same files are in the records by then.
    """
    refuse_faulty_reviews(cursor, on=on, year=year)
    years, notes = years_told(cursor)
    _mark(cursor)
    due_days.make_room(cursor)
    _gather(cursor)
    due_days.work_out_due_days(cursor, law_of(cursor, years, on=on, council=council))
    months = council.count_months_as if council else Council.MonthsAs.MONTHS
    _add(cursor, months)
    _change_codes(cursor)
    changed = due_days.change_due_days(cursor)
    if changed:
        notes.append(
            f"Due days of reviews brought in before that are known or other now: {changed:,}."
        )
    notes += [*codes_that_differ(cursor), *struck_here(cursor)]
    return BroughtIn(_counts(cursor), notes, years)


def law_of(cursor, years: list[str], *, on: date, council: Council | None) -> Law:
    """The law as this council counts, with the years told so far."""
    months = council.count_months_as if council else Council.MonthsAs.MONTHS
    return Law(working_calendar(), str(months), covered_years(cursor, years, on=on))


def _mark(cursor) -> None:
    """Say of each row what becomes of it: an older copy changes nothing, nor what is kept here."""
    cursor.execute("UPDATE in_reviews SET deed = 'unchanged' WHERE reason IS NULL")
    cursor.execute(
        f"""
        UPDATE in_reviews t SET deed = CASE WHEN here.id IS NULL THEN 'added' ELSE 'changed' END
        FROM ({LATEST}) w JOIN in_files f USING (file)
        JOIN cohort_child c ON c.reference = w.child
        LEFT JOIN LATERAL (
            SELECT id, imported, struck_on, participation_code FROM reviews_review
            WHERE child_id = c.id AND held_on = w.review
            ORDER BY struck_on IS NOT NULL LIMIT 1
        ) here ON true
        WHERE t.file = w.file AND t.line = w.line AND (here.id IS NULL OR NOT f.stale
            AND here.imported AND here.struck_on IS NULL
            AND here.participation_code <> w.review_code)
        """  # noqa: S608  # names of ours only
    )


def _gather(cursor) -> None:
    """The reviews to come, each with its period, and the children whose due days are asked for.

    On a day on which one period ends and another starts it belongs to the one that ends.
    """
    cursor.execute(
        """
        INSERT INTO coming
        SELECT c.id, p.id, t.review, t.review_code
        FROM in_reviews t JOIN cohort_child c ON c.reference = t.child
        CROSS JOIN LATERAL (
            SELECT id FROM cohort_periodofcare WHERE child_id = c.id
                AND t.review BETWEEN started_on AND COALESCE(ended_on, 'infinity')
            ORDER BY started_on LIMIT 1
        ) p
        WHERE t.deed = 'added'
        """
    )
    cursor.execute("CREATE INDEX IF NOT EXISTS coming_of ON coming (period_id)")
    cursor.execute(TOUCHED)
    cursor.execute("ANALYZE coming; ANALYZE touched")


def _add(cursor, months: str) -> None:
    cursor.execute(
        """
        INSERT INTO reviews_review (child_id, period_id, due_on, rule, base_on, count_months_as,
            held_on, participation_code, late_reason, late_detail, place, method, imported)
        SELECT n.child_id, n.period_id, d.due_on, d.rule, d.base_on, %s,
            n.held_on, n.code, CASE WHEN n.held_on > d.due_on THEN %s ELSE '' END, '', '', '', true
        FROM coming n JOIN due_days d USING (period_id, held_on)
        """,
        [months, LateReason.NOT_RECORDED],
    )


def _change_codes(cursor) -> None:
    cursor.execute(
        """
        UPDATE reviews_review r SET participation_code = t.review_code
        FROM in_reviews t JOIN cohort_child c ON c.reference = t.child
        WHERE t.deed = 'changed' AND r.child_id = c.id AND r.held_on = t.review
            AND r.struck_on IS NULL
        """
    )


def _counts(cursor) -> Counts:
    cursor.execute(
        """
        SELECT count(*), count(*) FILTER (WHERE deed = 'added'),
            count(*) FILTER (WHERE deed = 'changed'), count(*) FILTER (WHERE deed = 'unchanged'),
            count(*) FILTER (WHERE reason IS NOT NULL)
        FROM in_reviews
        """
    )
    return Counts(*cursor.fetchone())
