"""What to look at after an import, in sentences: not faults, but not to be passed over."""

FIRST_FEW = 5
# Each with the sentence's two forms, for one and for several, and a query for the references.
ODD = (
    (
        "1 episode ended with REC X1 and none follows it: the child stays looked after",
        "{:,} episodes ended with REC X1 and none follows them: the children stay looked after",
        """
        SELECT i.child FROM in_episodes i JOIN cohort_child c ON c.reference = i.child
        JOIN cohort_periodofcare p ON p.child_id = c.id AND p.ended_on IS NULL
        WHERE i.deed IN ('added', 'changed') AND i.rec = 'X1' AND i.decom >= p.started_on
            AND NOT EXISTS (SELECT FROM cohort_episode e
                WHERE e.period_id = p.id AND e.started_on > i.decom)
        ORDER BY i.child
        """,
    ),
    (
        "1 episode begins later than the one before it ended: the days between stay in care",
        "{:,} episodes begin later than those before them ended: the days between stay in care",
        """
        SELECT i.child FROM in_episodes i JOIN cohort_child c ON c.reference = i.child
        JOIN cohort_periodofcare p ON p.child_id = c.id AND i.decom > p.started_on
            AND i.decom <= COALESCE(p.ended_on, 'infinity')
        WHERE i.deed IN ('added', 'changed') AND i.rne <> 'S' AND i.decom > (
            SELECT max(e.ended_on) FROM cohort_episode e
            WHERE e.period_id = p.id AND e.started_on < i.decom)
        ORDER BY i.child
        """,
    ),
    (
        "1 period of care began before the first episode in the files: when, is not known",
        "{:,} periods of care began before their first episodes in the files: when, is not known",
        """
        SELECT c.reference FROM periods_of_care p JOIN cohort_child c ON c.id = p.child_id
        WHERE p.is_new AND p.began_before ORDER BY c.reference
        """,
    ),
    (
        "1 episode reads otherwise here, ended here or told of by a later return, and was left",
        "{:,} episodes read otherwise here, ended here or told of by a later return, and were left",
        """
        SELECT i.child FROM in_episodes i JOIN told_of_care t USING (file, line)
        WHERE i.deed = 'unchanged' AND t.same AND t.differs AND NOT EXISTS (
            SELECT FROM told_of_care later
            WHERE later.episode_id = t.episode_id AND later.file > t.file)
        ORDER BY i.child
        """,
    ),
    (
        "1 child reads otherwise in Header than a later return told, and was left as they are here",
        "{:,} children read otherwise in Header than a later return told, and were left as here",
        """
        SELECT h.child FROM in_header h JOIN in_files f USING (file)
        JOIN cohort_child c ON c.reference = h.child
        WHERE f.stale AND h.deed = 'unchanged'
            AND (c.date_of_birth, c.sex, c.ethnicity) <> (h.dob, h.sex, h.ethnic)
            AND NOT EXISTS (SELECT FROM in_header later
                WHERE later.child = h.child AND later.deed IS NOT NULL AND later.file > h.file)
        ORDER BY h.child
        """,
    ),
    (
        "1 child was 18 or over when care began: look at the date of birth",
        "{:,} children were 18 or over when care began: look at their dates of birth",
        """
        SELECT c.reference FROM periods_of_care p JOIN cohort_child c ON c.id = p.child_id
        WHERE p.is_new AND NOT p.began_before
            AND p.started_on >= c.date_of_birth + interval '18 years' ORDER BY c.reference
        """,
    ),
)
MISSING = f"""
    SELECT c.reference FROM cohort_child c
    JOIN cohort_periodofcare p ON p.child_id = c.id AND p.ended_on IS NULL
    WHERE p.started_on <= (SELECT make_date(left(max(year), 4)::int + 1, 3, 31) FROM in_files
            WHERE of_table IN ('Header', 'Episodes') AND year <> '')
        AND NOT EXISTS (SELECT FROM in_files WHERE stale AND year = (
            SELECT max(year) FROM in_files WHERE of_table IN ('Header', 'Episodes')))
        AND c.reference NOT IN (
            SELECT child FROM ({
    " UNION ALL ".join(
        f"SELECT child, file FROM {table} WHERE child IS NOT NULL"
        for table in ("in_header", "in_episodes")
    )
}) i JOIN in_files f USING (file)
            WHERE f.year = (SELECT max(year) FROM in_files
                WHERE of_table IN ('Header', 'Episodes')))
    ORDER BY c.reference
"""  # noqa: S608  # names of ours only


def notes(cursor) -> list[str]:
    """The sentences."""
    found = []
    for one, several, query in ODD:
        cursor.execute(query)
        if references := [row[0] for row in cursor.fetchall()]:
            words = one if len(references) == 1 else several.format(len(references))
            found.append(f"{words} ({_first_few(references)}).")
    return found


def missing(cursor) -> list[str]:
    """Children looked after here whom the files of the latest year leave out."""
    cursor.execute(MISSING)
    return [row[0] for row in cursor.fetchall()]


def _first_few(references: list[str]) -> str:
    more = len(references) - FIRST_FEW
    words = ", ".join(references[:FIRST_FEW])
    return f"{words} and {more:,} more" if more > 0 else words
