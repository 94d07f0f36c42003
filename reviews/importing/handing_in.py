"""A register on its way in: handed in, its columns matched, started."""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from django.db import transaction

from cohort.models import ImportFile, ImportRun
from iro_service.refusals import Refusal
from reviews.importing.asking import start
from reviews.importing.columns import guess
from reviews.importing.registers import REGISTERS
from reviews.importing.tables import Table

TO_MATCH = "Waiting for its columns"
SAMPLES = 3
LOOKED_THROUGH = 200  # rows in which examples are looked for


@transaction.atomic
def hand_in(kind: str, *, name: str, content: bytes, at: datetime, by) -> ImportRun:
    """Keep a file until somebody has said which of its columns is which."""
    if not by.is_manager:
        raise Refusal("Only a manager imports.")
    run = ImportRun.objects.create(kind=kind, asked_by=by, asked_at=at, dry_run=True, step=TO_MATCH)
    ImportFile.objects.create(run=run, part=ImportFile.Part.GIVEN, name=name, content=content)
    return run


@transaction.atomic
def match_columns(
    run: ImportRun, *, matched: dict[str, str], headings: Sequence[str], sheet: str,
    dry_run: bool, at: datetime, by,
) -> ImportRun:  # fmt: skip
    """Say which column is which; a run that has looked or imported stays, and a new one begins."""
    if not by.is_manager:
        raise Refusal("Only a manager imports.")
    said = {
        "columns": {"matched": matched, "headings": list(headings), "sheet": sheet},
        "dry_run": dry_run,
        "step": ImportRun._meta.get_field("step").default,
    }
    mine = ImportRun.objects.filter(pk=run.pk, columns={}, finished_at=None, failed_at=None)
    if not mine.update(**said):
        file = run.files.get(part=ImportFile.Part.GIVEN)
        run = ImportRun.objects.create(kind=run.kind, asked_by=by, asked_at=at, **said)
        ImportFile.objects.create(run=run, part=file.part, name=file.name, content=file.content)
    run.refresh_from_db()
    start(run)
    return run


def best_guess(run: ImportRun, headings: Sequence[str]) -> dict[str, str]:
    """The file's heading for each column, as matched the last time for the same headings."""
    earlier = ImportRun.objects.filter(kind=run.kind, columns__headings=list(headings))
    last = run.columns or earlier.values_list("columns", flat=True).first() or {}
    return guess(REGISTERS[run.kind].columns, headings, last.get("matched"))


def samples(table: Table) -> dict[str, list[str]]:
    """The first few different values under each heading; it reads the table's rows."""
    found: dict[str, list[str]] = {heading: [] for heading in table.headings}
    for _, cells in islice(table.rows, LOOKED_THROUGH):
        for heading, cell in zip(table.headings, cells, strict=False):
            values = found[heading]
            if cell and len(values) < SAMPLES and cell[:60] not in values:
                values.append(cell[:60])
    return found
