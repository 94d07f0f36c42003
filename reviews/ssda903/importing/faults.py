"""What is wrong with a past review: the return's own rules, and what they miss."""

from datetime import date

from cohort.codes import SHORT_BREAKS
from cohort.ssda903.staging import REVIEWS
from cohort.ssda903.storing.births import in_words
from cohort.ssda903.storing.doubles import refuse_doubles
from statute.reporting_year import ReportingYear

HELD = in_words("r.review")
# From the 4th birthday, as statute.ages has it: born on 29 February, it is such a day again.
FOUR = "(c.date_of_birth + interval '4 years')::date"

# A condition, the column at fault and the sentence, in order: the first that holds is told.
FAULTS = (
    (
        "c.id IS NULL", "CHILD",
        """COALESCE(
            (SELECT format('CHILD is %%s: the row of this child in Header, line %%s of %%s, was'
                           ' not taken (DfE rule INT08).', r.child, h.line, f.name)
             FROM in_header h JOIN in_files f USING (file)
             WHERE h.child = r.child AND h.reason IS NOT NULL ORDER BY h.file DESC, h.line LIMIT 1),
            format('CHILD is %%s: no such child is in Header or in the records'
                   ' (DfE rule INT08).', r.child))""",
    ),
    (
        "r.dob IS NULL AND r.dob_given IS NOT NULL", "DOB",
        f"""format('DOB is %%s, and the child was born on %%s (DfE rule INT17).',
            COALESCE(NULLIF(left(r.dob_given, 40), ''), 'empty'), {in_words("c.date_of_birth")})""",
    ),
    (
        # Where the returns of two years have two births, each is right in its own year.
        """r.dob <> c.date_of_birth AND NOT EXISTS (SELECT FROM in_header h
            WHERE h.child = r.child AND h.reason IS NULL AND h.dob = r.dob)""", "DOB",
        f"""format('DOB is %%s, and the child was born on %%s (DfE rule INT17).',
            {in_words("r.dob")}, {in_words("c.date_of_birth")})""",
    ),
    (
        "care.child_id IS NULL", "CHILD",
        "format('CHILD is %%s: this child has no episode of care (DfE rule 1012).', r.child)",
    ),
    (
        "care.only_breaks", "CHILD",
        """format('CHILD is %%s: this child has short breaks only (V3, V4), whose reviews are left'
            ' out of the return (DfE rule 399).', r.child)""",
    ),
    (
        f"r.review_code = 'PN0' AND r.review > {FOUR}", "REVIEW_CODE",
        f"""format('REVIEW_CODE is PN0, which is for a child under 4: on %%s this child was past'
            ' the 4th birthday (DfE rule 440).', {HELD})""",
    ),
    (
        f"r.review_code <> 'PN0' AND r.review < {FOUR}", "REVIEW_CODE",
        f"""format('REVIEW_CODE is %%s, which is for a child of 4 or over: on %%s this child was'
            ' under 4 (DfE rule 441).', r.review_code, {HELD})""",
    ),
    (
        "r.review < c.date_of_birth", "REVIEW",
        f"""format('REVIEW is %%s: the child was not born before %%s.',
            {HELD}, {in_words("c.date_of_birth")})""",
    ),
    (
        "r.review > %(on)s", "REVIEW",
        f"format('REVIEW is %%s, which is in the future.', {HELD})",
    ),
    (
        """NOT EXISTS (SELECT FROM cohort_periodofcare p WHERE p.child_id = c.id
            AND r.review BETWEEN p.started_on AND COALESCE(p.ended_on, 'infinity'))""", "REVIEW",
        f"""format('REVIEW is %%s: the child was not looked after on that day.', {HELD})""",
    ),
)  # fmt: skip
DOUBLE = "REVIEW is the day of the review on line %s: a child has one review a day."


def refuse_faulty_reviews(cursor, *, on: date, year: str) -> None:
    """Give each row that cannot be stored truthfully the first reason there is."""
    whens = " ".join(
        f"WHEN {condition} THEN ARRAY['{column}', {sentence}]"
        for condition, column, sentence in FAULTS
    )
    cursor.execute(
        f"""
        UPDATE in_reviews t SET at_column = found.fault[1], reason = found.fault[2]
        FROM (
            SELECT r.file, r.line, CASE {whens} END AS fault
            FROM in_reviews r
            LEFT JOIN cohort_child c ON c.reference = r.child
            LEFT JOIN (
                SELECT p.child_id, bool_and(e.legal_status = ANY(%(breaks)s)) AS only_breaks
                FROM cohort_periodofcare p JOIN cohort_episode e ON e.period_id = p.id
                GROUP BY p.child_id
            ) care ON care.child_id = c.id
            WHERE r.reason IS NULL
        ) found
        WHERE t.file = found.file AND t.line = found.line AND found.fault IS NOT NULL
        """,  # noqa: S608  # names and sentences of ours only
        {"on": on, "breaks": [str(one) for one in SHORT_BREAKS]},
    )
    refuse_doubles(cursor, REVIEWS, "child", "review", words=DOUBLE)
    if year:
        _refuse_other_years(cursor, ReportingYear.parse(year))


def _refuse_other_years(cursor, year: ReportingYear) -> None:
    cursor.execute(
        f"""
        UPDATE in_reviews r SET at_column = 'REVIEW', reason = format(
            'REVIEW is %%s, which is not in %%s: that is from 1 April to 31 March.',
            {HELD}, %(year)s)
        WHERE r.reason IS NULL AND r.review NOT BETWEEN %(first)s AND %(last)s
        """,  # noqa: S608  # names of ours only
        {"year": str(year), "first": year.first, "last": year.last},
    )
