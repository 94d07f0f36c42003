"""The child a row speaks of is one the service knows, and was born on the day it says."""

from cohort.ssda903.staging import Table


def in_words(day: str) -> str:
    """The SQL that writes a day as sentences do: 1 May 2016."""
    return f"to_char({day}, 'FMDD FMMonth YYYY')"


def refuse_unknown_children(cursor, table: Table) -> None:
    """Hand back rows of children that are neither in Header nor here."""
    cursor.execute(
        f"""
        UPDATE {table.waits_in} t SET at_column = 'CHILD', reason = COALESCE(
            (SELECT format('CHILD is %s: the row of this child in Header, line %s of %s, was not'
                           ' taken.', t.child, h.line, f.name)
             FROM in_header h JOIN in_files f USING (file)
             WHERE h.child = t.child AND h.reason IS NOT NULL
             ORDER BY h.file DESC, h.line LIMIT 1),
            format('CHILD is %s: no such child is in Header or in the records.', t.child))
        WHERE t.reason IS NULL
            AND NOT EXISTS (SELECT FROM cohort_child c WHERE c.reference = t.child)
        """  # noqa: S608  # names of ours only
    )


def refuse_other_births(cursor, table: Table) -> None:
    """Hand back rows of UASC and PrevPerm with another birth, or sex, than the child's."""
    cursor.execute(
        f"""
        UPDATE {table.waits_in} t SET at_column = 'DOB', reason = format(
            'DOB is %s, but this child was born on %s.',
            {in_words("t.dob")}, {in_words("c.date_of_birth")})
        FROM cohort_child c
        WHERE c.reference = t.child AND t.reason IS NULL AND t.dob <> c.date_of_birth
        """  # noqa: S608  # names of ours only
    )


def refuse_other_sex(cursor) -> None:
    """Hand back rows of UASC whose sex is not the child's."""
    cursor.execute(
        """
        UPDATE in_uasc t SET at_column = 'SEX', reason = format(
            'SEX is %s, but it is %s in Header or in the records.', t.sex, c.sex)
        FROM cohort_child c
        WHERE c.reference = t.child AND t.reason IS NULL AND t.sex <> c.sex
        """
    )
