"""The command behind `make run`."""

import os
import signal
from contextlib import suppress

from django.core.management.base import BaseCommand

from iro_service import embedded
from iro_service.embedded import Places
from iro_service.serving import machine, preparation
from iro_service.serving.announcement import announcement
from iro_service.serving.child import Child
from iro_service.serving.supervisor import Supervisor, only_supervisor


class Command(BaseCommand):
    """Runs everything on this machine until Ctrl-C."""

    help = "Run the servers, the web server, the worker and the schedule until Ctrl-C."
    requires_system_checks = ()  # the processes it starts do their own

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, host, port, **_):
        _stop_on_signals()
        places = Places.from_environment()
        try:
            with only_supervisor(places):
                self.run(places, host, port)
        except KeyboardInterrupt:
            self.say("Stopped. The next `make run` goes on from here.")

    def run(self, places, host, port):
        """Prepare, start, watch; stop whatever was started."""
        machine.check_port(host, port)
        machine.check_libraries()
        os.environ.setdefault("SERVICE_ADDRESS", f"http://{host}:{port}")  # for links in mails
        supervisor = Supervisor(places, _children(places, host, port), self.say)
        try:
            self.say("Starting the servers and preparing the database and the static files ...")
            embedded.start()
            preparation.prepare_static_files(places)
            preparation.prepare_database(embedded.council())
            self.say("Starting the web server, the worker and the schedule ...")
            supervisor.start(host, port)
            self.say(announcement(f"http://{host}:{port}", places))
            supervisor.watch()
        finally:
            supervisor.stop()

    def say(self, sentence):
        """Show it at once, even where the output goes to a file."""
        with suppress(OSError):  # the terminal may be closed
            self.stdout.write(sentence)
            self.stdout.flush()


def _stop_on_signals():
    """Each of them is a Ctrl-C, also in a background job; what nohup ignores stays ignored."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def _children(places, host, port):
    """The processes, the web server first: it starts first, and first stops taking work in."""
    celery = ["celery", "--app", "iro_service"]
    schedule = str(places.var / "celerybeat-schedule")
    web = ["gunicorn", "iro_service.wsgi", "--bind", f"{host}:{port}", "--workers", "2"]
    web += ["--threads", "4", "--timeout", "60", "--graceful-timeout", "8", "--no-control-socket"]
    web += ["--preload"]  # the code is read once, not by each worker
    return [
        Child("web", places, [*web, "--access-logfile", "-"]),
        Child("beat", places, [*celery, "beat", "--schedule", schedule, "--pidfile", ""]),
        Child("worker", places, [*celery, "worker", "--concurrency", "2"]),
    ]
