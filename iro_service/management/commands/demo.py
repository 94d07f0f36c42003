"""The command that loads the demonstration."""

from django.core.management.base import BaseCommand, CommandError

from iro_service.demonstration.load import is_loaded, load
from iro_service.refusals import Refusal


class Command(BaseCommand):
    """Loads the demonstration council; again: changes nothing."""

    help = "Load the demonstration council. Where it is loaded already, nothing changes."
    requires_system_checks = ()

    def handle(self, **_):
        try:
            loaded = is_loaded()
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        if loaded:
            self.stdout.write("The demonstration is already loaded.")
            return
        self.stdout.write("Loading the demonstration ...")
        counts = load()
        self.stdout.write(
            "The demonstration is loaded: "
            + ", ".join(f"{number:,} {name}" for name, number in counts.items())
            + "."
        )
