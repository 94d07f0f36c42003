"""Asking for an import: its files kept, its job queued."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cohort.models import ImportFile, ImportRun
from iro_service.refusals import Refusal
from reviews.importing.kinds import may_start
from reviews.tasks import carry_out_import


@transaction.atomic
def ask_for_return(
    files: Iterable[tuple[str, bytes]], *, year: str, dry_run: bool, at: datetime, by
) -> ImportRun:
    """Have the files of a return brought in, or only looked at."""
    _only_managers(by)
    kind = ImportRun.Kind.SSDA903
    run = ImportRun.objects.create(kind=kind, asked_by=by, asked_at=at, year=year, dry_run=dry_run)
    ImportFile.objects.bulk_create(
        ImportFile(run=run, part=ImportFile.Part.GIVEN, name=name, content=content)
        for name, content in files
    )
    start(run)
    return run


@transaction.atomic
def go_on(looked: ImportRun, *, at: datetime, by) -> ImportRun:
    """Import the files that were looked at, or try again what failed; once."""
    _only_managers(by)
    # Whoever comes second waits here, and finds the files gone.
    run = ImportRun.objects.select_for_update().get(pk=looked.pk)
    given = run.files.filter(part=ImportFile.Part.GIVEN)
    if not (run.finished_at or run.failed_at) or not given.exists():
        raise Refusal("These files are being imported, were imported or were cleared away.")
    again = ImportRun.objects.create(
        kind=run.kind, asked_by=by, asked_at=at, year=run.year, columns=run.columns,
        dry_run=bool(run.failed_at and run.dry_run),
    )  # fmt: skip
    given.update(run=again)
    start(again)
    return again


def start(run: ImportRun) -> None:
    """Queue the import once it is kept; where the queue cannot be reached, the schedule does."""
    if may_start(run):
        transaction.on_commit(lambda: carry_out_import.delay(run.pk), robust=True)


def _only_managers(by) -> None:
    if not by.is_manager:
        raise Refusal("Only a manager imports.")
