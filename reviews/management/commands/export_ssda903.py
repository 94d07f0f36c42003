"""Writes a year's SSDA903 return, checked first."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from iro_service import clock
from reviews.ssda903.exporting.checks import counted, what_blocks
from reviews.ssda903.exporting.in_words import lines_of_files, lines_of_findings
from reviews.ssda903.exporting.snapshot import one_snapshot
from reviews.ssda903.exporting.writing import write_return
from statute.reporting_year import ReportingYear


class Command(BaseCommand):
    help = "Write a year's SSDA903 return: Header, Episodes, Reviews, UASC and PrevPerm as CSV."

    def add_arguments(self, parser):
        """The year, where to, and whether to write in spite of what was found."""
        parser.add_argument("year", help="a reporting year, like 2016-17")
        parser.add_argument("folder", type=Path, help="the folder for the files; it is made")
        parser.add_argument(
            "--anyway", action="store_true", help="write although it cannot be handed in"
        )

    def handle(self, *, year: str, folder: Path, anyway: bool, **_):
        """Say what was found, and write all files or none."""
        try:
            of = ReportingYear.parse(year)
            if clock.today() < of.first:
                raise CommandError(f"{of} has not begun.")
            with one_snapshot():
                self._say_what_is_wrong(of, anyway=anyway)
                rows = write_return(of, folder)
        except ValueError as wrong:
            raise CommandError(str(wrong)) from wrong
        except OSError as error:
            reason = error.strerror or error
            raise CommandError(f"{folder} cannot be written to: {reason}.") from error
        for line in lines_of_files(rows):
            self.stdout.write(line)

    def _say_what_is_wrong(self, year: ReportingYear, *, anyway: bool) -> None:
        found = counted(year)
        for line in lines_of_findings(found, year, address=settings.SERVICE_ADDRESS):
            self.stderr.write(line)
        if what_blocks(found) and not anyway:
            raise CommandError(
                "Nothing was written: the return cannot be handed in as it is. "
                "Put right what is listed above, or write it with --anyway."
            )
