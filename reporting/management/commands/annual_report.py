"""Writes a year's annual report as a PDF."""

import os
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cohort.models import Council
from iro_service import clock
from reporting.figures import figures
from reporting.making import printed
from reporting.models import Report
from reporting.pdf import PdfFault
from reporting.report import compose
from reporting.writing import writing_of


class Command(BaseCommand):
    help = "Write a year's annual report as an accessible PDF, from the same figures as `figures`."

    def add_arguments(self, parser):
        """The year, and where to."""
        parser.add_argument("year", help="a reporting year, like 2016-17")
        parser.add_argument("file", type=Path, help="the PDF to write, like report.pdf")

    def handle(self, *, year: str, file: Path, **_):
        """Write the file, whole or not at all."""
        try:
            report = Report.objects.filter(period=year).first()
            pdf = printed(compose(figures(year, on=clock.today()), writing_of(report)))
            write_whole(file, pdf)
        except (ValueError, PdfFault) as wrong:
            raise CommandError(str(wrong)) from wrong
        except Council.DoesNotExist as none:
            raise CommandError("There is no report yet: the council has no name.") from none
        except OSError as error:
            reason = error.strerror or error
            raise CommandError(f"{file} cannot be written: {reason}.") from error
        self.stdout.write(f"Wrote {file}, {len(pdf) / 1024:,.0f} KB.")


def write_whole(file: Path, content: bytes) -> None:
    """Write a file beside its place and move it there: nobody ever reads half of it."""
    if file.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            os.fsync(out.fileno())
        beside.chmod(0o644)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
