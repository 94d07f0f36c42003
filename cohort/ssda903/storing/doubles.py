"""A key stands once in a file; in several files the latest year's row is the one that counts."""

from cohort.ssda903.staging import Table


def refuse_doubles(cursor, table: Table, *key: str, words: str) -> None:
    """Hand back each row of a file whose key an earlier line of it has."""
    names = ", ".join(key)
    cursor.execute(
        f"""
        UPDATE {table.waits_in} t
        SET at_column = %s, reason = format(%s, first_line, t.child)
        FROM (
            SELECT file, line, min(line) OVER (PARTITION BY file, {names}) AS first_line
            FROM {table.waits_in} WHERE reason IS NULL
        ) same
        WHERE t.file = same.file AND t.line = same.line AND same.line > same.first_line
        """,  # noqa: S608  # names of ours only
        [key[-1].upper(), words],
    )


def latest(table: Table, *key: str) -> str:
    """A query for the rows that count: of each key the one in the latest year's file."""
    names = ", ".join(key)
    return (
        f"SELECT DISTINCT ON ({names}) * FROM {table.waits_in} "  # noqa: S608
        f"WHERE reason IS NULL ORDER BY {names}, file DESC"
    )
