"""Brings the return's files in."""

import csv
from itertools import chain, islice
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cohort.importing import Outcome
from cohort.models import ImportRun
from cohort.ssda903.reading.files import in_folder
from iro_service import clock
from iro_service.refusals import Refusal
from reviews.ssda903.importing.run import import_return
from statute.reporting_year import ReportingYear

FIRST_REJECTS = 10
FIRST_MISSING = 20
HEADINGS = ("file", "line", "column", "reason", "row")


class Command(BaseCommand):
    help = "Bring in the CSV files of one or more SSDA903 returns. Again: changes nothing."

    def add_arguments(self, parser):
        """The folder, and how to read it."""
        parser.add_argument("folder", help="where the files lie, whatever they are called")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, only")
        parser.add_argument("--rejects", metavar="FILE.csv", help="write the rows not taken there")
        parser.add_argument("--year", default="", help="the one year the files are of: 2016-17")

    def handle(self, *, folder: str, dry_run: bool, rejects: str | None, year: str, **_):
        """Bring them in; the rows that are not taken are handed back, which is no failure."""
        asked_at = clock.now()
        try:
            if year:
                ReportingYear.parse(year)
            with transaction.atomic():
                outcome = import_return(
                    in_folder(Path(folder)), on=clock.today(), year=year, dry_run=dry_run
                )
                if not dry_run:
                    _note_run(outcome, year=year, asked_at=asked_at)
                self._hand_back(outcome, rejects)
        except OSError as wrong:
            raise CommandError(_no_such(wrong)) from wrong
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        except ValueError as wrong:
            raise CommandError(str(wrong)) from wrong
        self._tell(outcome, dry_run=dry_run)

    def _hand_back(self, outcome: Outcome, rejects: str | None) -> None:
        """Write the rows not taken to the file, or show the first of them."""
        if rejects:
            with Path(rejects).open("w", newline="", encoding="utf-8-sig") as file:
                writer = csv.writer(file)
                writer.writerow(HEADINGS)
                for one in outcome.rejects:
                    writer.writerow((one.file, one.line, one.column, one.reason, one.row))
            self.stdout.write(f"The rows that were not taken are in {rejects}.")
            return
        left = iter(outcome.rejects)
        for one in islice(left, FIRST_REJECTS):
            self.stdout.write(f"{one.file}, line {one.line}: {one.reason}")
        if next(left, None):
            self.stdout.write("... To get all of them: --rejects FILE.csv")

    def _tell(self, outcome: Outcome, *, dry_run: bool) -> None:
        """What came of it, as a table and sentences."""
        columns = ("read", "added", "changed", "unchanged", "rejected")
        self.stdout.write("")
        self.stdout.write(f"{'':10}" + "".join(f"{name:>11}" for name in columns))
        for table, counts in outcome.counts.items():
            numbers = "".join(f"{getattr(counts, name):>11,}" for name in columns)
            self.stdout.write(f"{table:10}{numbers}")
        self.stdout.write("")
        for note in chain(outcome.notes, _of_missing(outcome.missing)):
            self.stdout.write(f"- {note}")
        if dry_run:
            self.stdout.write("Nothing was changed: this was a dry run.")


def _note_run(outcome: Outcome, *, year: str, asked_at) -> None:
    """Keep what came of the import with the others; nobody is signed in here."""
    ImportRun.objects.create(
        kind=ImportRun.Kind.SSDA903,
        asked_at=asked_at,
        year=year,
        step="Done",
        percent=100,
        finished_at=clock.now(),
        summary=outcome.as_summary(),
        years=outcome.years,
    )


def _of_missing(references: list[str]) -> list[str]:
    if not references:
        return []
    number, first = len(references), ", ".join(references[:FIRST_MISSING])
    more = " and others" if number > FIRST_MISSING else ""
    who = "1 child is" if number == 1 else f"{number:,} children are"
    return [
        f"{who} looked after here but left out of the files; nothing was changed: {first}{more}."
    ]


def _no_such(wrong: OSError) -> str:
    name = wrong.filename
    if isinstance(wrong, FileNotFoundError):
        return f"There is no folder or file {name}."
    return f"{name} cannot be used: {(wrong.strerror or 'unknown reason').lower()}."
