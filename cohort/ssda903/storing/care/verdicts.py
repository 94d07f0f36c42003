"""What came of each child's care, kept in a file until it goes to the database as a whole."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from typing import IO

from cohort.ssda903.storing.care.history import Period, Start
from cohort.ssda903.storing.care.telling import children_with_news
from cohort.ssda903.storing.care.walking import Walked, walk
from cohort.ssda903.storing.copying import as_line

IN_MEMORY = 1 << 20
TABLES = {
    "rows_of_care": "file smallint, line integer, deed text, at_column text, reason text, "
    "child_id bigint, number integer",
    "records_of_care": "episode_id bigint, child_id bigint, number integer",
    "periods_of_care": "child_id bigint, number integer, period_id bigint, started_on date, "
    "began_before boolean, ended_on date, reason_ended text",
}


class Spool:
    """A file a table, as COPY reads it."""

    def __init__(self, stack: ExitStack):
        self.files: dict[str, IO[str]] = {}
        for name in TABLES:
            file = tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", newline="\n")  # noqa: SIM115
            self.files[name] = stack.enter_context(file)

    def write(self, table: str, *row) -> None:
        """One row."""
        self.files[table].write(as_line(row))


def judge(cursor) -> None:
    """Walk through the care of each child of whom something new is told."""
    with ExitStack() as stack:
        spool = Spool(stack)
        for child_id, care in children_with_news(cursor):
            _write(spool, child_id, walk(care))
        for table, columns in TABLES.items():
            cursor.execute(f"CREATE TEMPORARY TABLE {table} ({columns}) ON COMMIT DROP")
            spool.files[table].seek(0)
            cursor.copy_expert(f"COPY {table} FROM STDIN", spool.files[table])
            cursor.execute(f"ANALYZE {table}")


def _write(spool: Spool, child_id: int, walked: Walked) -> None:
    for one in walked.refused:
        spool.write("rows_of_care", *one.at, None, one.column, one.sentence, None, None)
    for number, period in enumerate(walked.periods):
        _write_period(spool, child_id, number, period)
        for start in period.starts:
            if start.period_id is not None and start.period_id != period.id:
                spool.write("records_of_care", start.episode_id, child_id, number)
            for at, deed in _deeds(start):
                spool.write("rows_of_care", *at, deed, None, None, child_id, number)


def _write_period(spool: Spool, child_id: int, number: int, period: Period) -> None:
    spool.write(
        "periods_of_care",
        child_id,
        number,
        period.id,
        period.started_on,
        period.began_before,
        period.ended_on,
        period.reason_ended,
    )


def _deeds(start: Start) -> Iterator[tuple[tuple[int, int], str]]:
    """What becomes of each row that was not refused; older copies change nothing."""
    deed = "changed" if start.here else "added"
    if start.now is start.here:
        deed = "unchanged"
    for row in start.rows:
        if row.at:
            yield row.at, deed
        deed = "unchanged"
