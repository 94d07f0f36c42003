"""The registers that can be imported, and how the rows of a file get into one."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db import connection, transaction

from audit.deeds import in_history
from cohort.importing import Outcome
from cohort.models import ImportRun
from iro_service import clock
from iro_service.refusals import Refusal
from reviews.importing import allocations, children, people, reviews, teams
from reviews.importing.columns import Column
from reviews.importing.rows import Row
from reviews.importing.tables import Table, as_line, open_table
from reviews.importing.tally import Tally, by_line
from reviews.ssda903.importing.run import ONE_AT_A_TIME

Kind = ImportRun.Kind
Progress = Callable[[str, int], None]


class Register(NamedTuple):
    """A kind of file: what it is for, its columns, and what takes its rows."""

    about: str
    columns: tuple[Column, ...]
    one_of: tuple[str, ...]  # at least one of these columns must be there
    bring_in: Callable[..., None]


REGISTERS: dict[str, Register] = {
    kind: Register(module.ABOUT, module.COLUMNS, module.ONE_OF, module.bring_in)
    for kind, module in (
        (Kind.CHILDREN, children),
        (Kind.PEOPLE, people),
        (Kind.ALLOCATIONS, allocations),
        (Kind.TEAMS, teams),
        (Kind.REVIEWS, reviews),
    )
}


def bring_in_register(
    run: ImportRun, files: Iterable[tuple[str, bytes]], *, on: date, progress: Progress
) -> Outcome:
    """Take the rows of the run's one file into the records, in one transaction.

    After a dry run all is as it was. Raises Refusal where the file is no table, or its columns
    are not those that were matched.
    """
    register = REGISTERS[run.kind]
    ((name, content),) = files
    matched = run.columns.get("matched", {})
    table = open_table(bytes(content), sheet=run.columns.get("sheet", ""))
    if gone := [heading for heading in matched.values() if heading not in table.headings]:
        raise Refusal(f"The file has no column called {gone[0]}. Match its columns again.")
    tally = Tally(name, matched)
    progress("Reading the rows", 10)
    with transaction.atomic(), connection.cursor() as cursor:
        # One import at a time: each compares its rows with what the one before has left.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        rows, by = rows_of(table, matched), run.asked_by
        with in_history(cursor, deed=f"Import: {Kind(run.kind).label}", by=by.pk if by else None):
            register.bring_in(rows, tally, on=on, at=clock.now(), by=by)
        if run.dry_run:
            transaction.set_rollback(True)
    return Outcome(
        counts={str(Kind(run.kind).label): tally.counts},
        notes=tally.notes,
        rejects=by_line(tally.rejects),
    )


def rows_of(table: Table, matched: dict[str, str]) -> Iterator[Row]:
    """The rows with their cells by the names of our columns."""
    places = {name: table.headings.index(heading) for name, heading in matched.items()}
    width = len(table.headings)
    for line, cells in table.rows:
        ours = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        yield Row(line, ours, as_line(cells), too_long=any(cells[width:]))
