"""The files of a return become children, periods of care and episodes; reviews wait."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from cohort.importing import Counts, Reject
from cohort.ssda903.reading.files import Given
from cohort.ssda903.reading.recognising import TableFile, recognise
from cohort.ssda903.staging import TABLES, Table
from cohort.ssda903.storing import children, facts
from cohort.ssda903.storing.care import checks, leaving, storing, telling, verdicts
from cohort.ssda903.storing.copying import Copied, copy_in
from cohort.ssda903.storing.ranking import rank

AT_A_TIME = 1_000
Progress = Callable[[str, int], None]


@dataclass
class Return:
    """The files of a return by table, and what was none."""

    tables: list[TableFile]
    notes: list[str]

    @property
    def none_found(self) -> bool:
        """Whether nothing in it is a table of a return."""
        return not self.tables


def recognise_all(files: list[Given]) -> Return:
    """Look at the first line of each file."""
    looked_at = [recognise(file) for file in files]
    return Return(
        [one for one in looked_at if isinstance(one, TableFile)],
        [one for one in looked_at if isinstance(one, str)],
    )


def copy_all(cursor, given: Return, *, on: date, year: str, progress: Progress) -> list[str]:
    """Copy every table to where it waits; gives what there is to say of the files."""
    copied = [Copied(place, source) for place, source in enumerate(given.tables)]
    for step, table in enumerate(TABLES):
        progress(f"Reading {table.name}", 5 + 7 * step)
        copy_in(cursor, table, [file for file in copied if file.table is table], on=on)
    rank(cursor, copied, year=year)
    return [_of_empty(file) for file in copied if file.empty]


def _of_empty(file: Copied) -> str:
    rows = "1 row with nothing in it was"
    if file.empty > 1:
        rows = f"{file.empty:,} rows with nothing in them were"
    return f"{file.source.given.name}: {rows} passed over."


def bring_in_care(cursor, *, progress: Progress) -> None:
    """Store children, facts of them, and their care; the rows that do not hold get a reason."""
    progress("Children", 40)
    children.bring_in_children(cursor)
    facts.bring_in_unaccompanied(cursor)
    facts.bring_in_previous_permanence(cursor)
    progress("Periods of care and episodes", 45)
    checks.refuse_what_cannot_be(cursor)
    telling.find_what_is_told(cursor)
    verdicts.judge(cursor)
    storing.store(cursor)
    leaving.end_holdings(cursor)


def count(cursor, table: Table) -> Counts:
    """How many rows were read, and what became of them."""
    cursor.execute(
        "SELECT count(*), count(*) FILTER (WHERE deed = 'added'), "  # noqa: S608
        "count(*) FILTER (WHERE deed = 'changed'), count(*) FILTER (WHERE deed = 'unchanged'), "
        f"count(*) FILTER (WHERE reason IS NOT NULL) FROM {table.waits_in}"
    )
    return Counts(*cursor.fetchone())


def rejects(cursor) -> Iterator[Reject]:
    """Each row that was not taken, file by file and line by line."""
    every = " UNION ALL ".join(
        f"SELECT file, line, at_column, reason, row FROM {table.waits_in} "  # noqa: S608
        "WHERE reason IS NOT NULL"
        for table in TABLES
    )
    cursor.execute(
        "DECLARE handed_back NO SCROLL CURSOR FOR "  # noqa: S608
        "SELECT f.name, i.line, COALESCE(i.at_column, ''), i.reason, i.row "
        f"FROM ({every}) i JOIN in_files f USING (file) ORDER BY f.name, f.file, i.line"
    )
    while True:
        cursor.execute(f"FETCH {AT_A_TIME} FROM handed_back")
        rows = cursor.fetchall()
        if not rows:
            break
        yield from (Reject(*row) for row in rows)
    cursor.execute("CLOSE handed_back")
