"""Prints every figure of a year's annual report."""

from django.core.management.base import BaseCommand, CommandError

from cohort.models import Council
from iro_service import clock
from reporting.figures import as_json, figures


class Command(BaseCommand):
    help = "Print every figure of a year's annual report as one JSON object."

    def add_arguments(self, parser):
        """The year."""
        parser.add_argument("year", help="a reporting year, like 2016-17")

    def handle(self, *, year: str, **_):
        """Print the figures and nothing else."""
        try:
            self.stdout.write(as_json(figures(year, on=clock.today())))
        except ValueError as wrong:
            raise CommandError(str(wrong)) from wrong
        except Council.DoesNotExist as none:
            raise CommandError("There are no figures yet: the council has no name.") from none
