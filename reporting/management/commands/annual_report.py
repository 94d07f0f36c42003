"""Writes a year's annual report as a PDF."""

import os
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cohort.models import Council
from iro_service import clock
from reporting.attaching import attachments
from reporting.audience import Audience
from reporting.making import as_it_stands, printed
from reporting.pdf import PdfFault


class Command(BaseCommand):
    help = "Write a year's annual report as an accessible PDF, from the same figures as `figures`."

    def add_arguments(self, parser):
        """The year, and where to."""
        parser.add_argument("year", help="a reporting year, like 2016-17")
        parser.add_argument("file", type=Path, help="the PDF to write, like report.pdf")
        parser.add_argument(
            "--audience",
            choices=Audience.values,
            default=Audience.INTERNAL,
            help="who reads it: what is withheld and how it is told depends on it",
        )

    def handle(self, *, year: str, file: Path, audience: str, **_):
        """Write the file, whole or not at all."""
        try:
            document = as_it_stands(year, audience, on=clock.today())
            pdf = printed(document, attached=attachments(document, at=clock.now()))
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
