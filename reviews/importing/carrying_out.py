"""An import carried out by a worker, with its progress kept where others see it."""

import csv
import io

from django.db import connection, transaction
from django.db.models import QuerySet

from cohort.importing import Outcome
from cohort.models import ImportFile, ImportRun
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.spreadsheets import harmless
from reviews.importing.kinds import RUNNERS

HEADINGS = ("file", "line", "column", "reason", "row")
PROGRESS = """
    UPDATE cohort_importrun SET step = %s, percent = %s
    WHERE id = %s AND finished_at IS NULL AND failed_at IS NULL
"""
SORRY = (
    "Something went wrong while the files were read, and nothing was changed. "
    "Try again; if it goes wrong again, tell whoever runs the service."
)
Part = ImportFile.Part


class Progress:
    """Tells those who wait how far it is, over a connection of its own.

    What the import itself writes nobody sees before its transaction ends.
    """

    def __init__(self, run: ImportRun):
        self.pk = run.pk
        self.aside = connection.copy()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_) -> None:
        self.aside.close()

    def __call__(self, step: str, percent: int) -> None:
        """Save the step; the whole is done when the import's own transaction ends."""
        with self.aside.cursor() as cursor:
            cursor.execute(PROGRESS, [step[:60], min(percent, 99), self.pk])


def unfinished() -> QuerySet[ImportRun]:
    """Imports neither finished nor failed."""
    return ImportRun.objects.filter(finished_at__isnull=True, failed_at__isnull=True)


def carry_out(run: ImportRun, *, on) -> None:
    """Do all the import asks for and keep what came of it, in one transaction."""
    given = run.files.filter(part=Part.GIVEN)
    files = [(file.name, bytes(file.content)) for file in given]
    with Progress(run) as progress, transaction.atomic():
        outcome = RUNNERS[run.kind](run, files, on=on, progress=progress)
        _keep(run, outcome)
        if not run.dry_run:
            given.delete()  # what they hold is in the records, or handed back


def fail(run: ImportRun, error: Exception) -> None:
    """Keep that it failed, with a sentence for the person who waits."""
    sentence = error.sentence if isinstance(error, Refusal) else SORRY
    failed = {"failed_at": clock.now(), "error": sentence, "step": "Failed"}
    unfinished().filter(pk=run.pk).update(**failed)


def _keep(run: ImportRun, outcome: Outcome) -> None:
    rejects = _as_csv(outcome)
    unfinished().filter(pk=run.pk).update(
        finished_at=clock.now(), summary=outcome.as_summary(), years=outcome.years,
        step="Done", percent=100,
    )  # fmt: skip
    if rejects:
        name = f"rejects-{run.pk}.csv"
        ImportFile.objects.create(run=run, part=Part.REJECTS, name=name, content=rejects)


def _as_csv(outcome: Outcome) -> bytes:
    """The rows handed back as a file for a spreadsheet; empty where there are none."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    with_none = text.tell()
    for one in outcome.rejects:
        cells = (one.file, one.line, one.column, one.reason, one.row)
        writer.writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig") if text.tell() > with_none else b""
