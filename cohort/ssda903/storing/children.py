"""Header: the children themselves."""

from cohort.ssda903.staging import HEADER
from cohort.ssda903.storing.births import in_words
from cohort.ssda903.storing.doubles import latest, refuse_doubles

# A name is given once, by hand or by another import: a return holds none.
GIVEN_NAME = "Child"
THAT_COUNT = f"""
    SELECT file, line FROM ({latest(HEADER, "child")}) counts JOIN in_files f USING (file)
    WHERE NOT f.stale
"""  # noqa: S608  # names of ours only


def bring_in_children(cursor) -> None:
    """Add the children who are new, and change what a later return says of the others."""
    refuse_doubles(
        cursor, HEADER, "child", words="CHILD is %2$s, as on line %1$s: a child is in Header once."
    )
    # Only the row that counts is asked whether care and reviews here fit it; where they do not,
    # the one of the year before counts, and is asked.
    while _refuse_births_after_care(cursor) + _refuse_births_after_reviews(cursor):
        pass
    _mark(cursor)
    cursor.execute(
        """
        INSERT INTO cohort_child (reference, given_name, family_name, date_of_birth, sex, ethnicity,
            upn, is_mother, mothers_child_born_on, disabled, unaccompanied)
        SELECT child, %s, child, dob, sex, ethnic, COALESCE(upn, ''), mother, mc_dob, false, false
        FROM in_header WHERE deed = 'added'
        """,
        [GIVEN_NAME],
    )
    cursor.execute(
        """
        UPDATE cohort_child c SET date_of_birth = h.dob, sex = h.sex, ethnicity = h.ethnic,
            upn = COALESCE(h.upn, c.upn), is_mother = COALESCE(h.mother, c.is_mother),
            mothers_child_born_on = COALESCE(h.mc_dob, c.mothers_child_born_on)
        FROM in_header h WHERE h.deed = 'changed' AND c.reference = h.child
        """
    )
    cursor.execute("ANALYZE cohort_child")


def _mark(cursor) -> None:
    """Say of each row what becomes of it: an older copy and an older return change nothing."""
    cursor.execute("UPDATE in_header SET deed = 'unchanged' WHERE reason IS NULL")
    cursor.execute(
        f"""
        UPDATE in_header h SET deed = CASE WHEN c.id IS NULL THEN 'added' ELSE 'changed' END
        FROM ({latest(HEADER, "child")}) w
        JOIN in_files f USING (file) LEFT JOIN cohort_child c ON c.reference = w.child
        WHERE h.file = w.file AND h.line = w.line AND (c.id IS NULL OR NOT f.stale AND (
            (c.date_of_birth, c.sex, c.ethnicity) <> (w.dob, w.sex, w.ethnic)
            OR c.upn <> COALESCE(w.upn, c.upn)
            OR c.is_mother IS DISTINCT FROM COALESCE(w.mother, c.is_mother)
            OR c.mothers_child_born_on IS DISTINCT FROM
                COALESCE(w.mc_dob, c.mothers_child_born_on)))
        """  # noqa: S608  # names of ours only
    )


def _refuse_births_after_care(cursor) -> int:
    cursor.execute(
        f"""
        UPDATE in_header h SET at_column = 'DOB', reason = format(
            'DOB is %s, but the child is recorded as coming into care on %s.',
            {in_words("h.dob")}, {in_words("began")})
        FROM (
            SELECT c.reference, c.date_of_birth, min(p.started_on) AS began
            FROM cohort_child c JOIN cohort_periodofcare p ON p.child_id = c.id GROUP BY c.id
        ) care
        WHERE care.reference = h.child AND (h.file, h.line) IN ({THAT_COUNT})
            AND h.dob <> care.date_of_birth AND h.dob > care.began
        """  # noqa: S608  # names of ours only
    )
    return cursor.rowcount


def _refuse_births_after_reviews(cursor) -> int:
    """A birth with which the codes of reviews held would no longer fit the child's age."""
    cursor.execute(
        f"""
        UPDATE in_header h SET at_column = 'DOB', reason = format(
            'DOB is %s, but a review on %s is recorded of a child who was %s then.',
            {in_words("h.dob")}, {in_words("COALESCE(young, old)")},
            CASE WHEN young IS NULL THEN '4 or over' ELSE 'under 4' END)
        FROM (
            SELECT k.child_id, h.file, h.line,
                max(k.under_four_on)
                    FILTER (WHERE k.under_four_on > h.dob + interval '4 years') AS young,
                min(k.four_on) FILTER (WHERE k.four_on < h.dob + interval '4 years') AS old
            FROM kept_in_care k JOIN cohort_child c ON c.id = k.child_id
            JOIN in_header h ON h.child = c.reference AND h.dob <> c.date_of_birth
            GROUP BY k.child_id, h.file, h.line
        ) kept
        WHERE kept.file = h.file AND kept.line = h.line AND (h.file, h.line) IN ({THAT_COUNT})
            AND (young IS NOT NULL OR old IS NOT NULL)
        """  # noqa: S608  # names of ours only
    )
    return cursor.rowcount
