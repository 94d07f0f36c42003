"""Starts the processes of the service, watches over them, and stops them in order."""

import fcntl
import http.client
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress

from iro_service import embedded
from iro_service.embedded import CannotStart, Places
from iro_service.serving import leftovers
from iro_service.serving.child import Child

PATIENCE_TO_ANSWER = 60  # seconds
PATIENCE_TO_STOP = 10
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SHOWN = 3  # lines of errors in a second; the rest is in the log


class Supervisor:
    """The children of one `make run`."""

    def __init__(self, places: Places, children: Sequence[Child], say: Callable[[str], None]):
        self.places = places
        self.children = children
        self.say = say

    def start(self, host: str, port: int) -> None:
        """Start the web server, wait until it answers, and start the others."""
        web, *others = self.children
        web.start()
        self._remember()
        until = time.monotonic() + PATIENCE_TO_ANSWER
        while not _answers(host, port):
            if time.monotonic() > until:
                raise CannotStart(
                    f"The web server does not answer: {self.places.logs / 'web.log'} says why."
                )
            self._look_after()
            time.sleep(0.1)
        for child in others:
            child.start()
        self._remember()

    def watch(self) -> None:
        """Start again whatever dies, until a signal ends the watch."""
        while True:
            time.sleep(1)
            self._look_after()

    def stop(self) -> None:
        """Let all finish what they are doing, the web server first."""
        for number in STOPPING:
            signal.signal(number, self._hurry)
        for child in self.children:
            child.stop()
        until = time.monotonic() + PATIENCE_TO_STOP
        for child in self.children:
            child.wait(until)
        for number in STOPPING:
            signal.signal(number, signal.SIG_IGN)  # the servers are still to be stopped
        self._remember()

    def _hurry(self, *_: object) -> None:
        """A second Ctrl-C waits for nobody."""
        for child in self.children:
            child.kill()

    def _look_after(self) -> None:
        for name in embedded.keep_running():
            self.say(f"{name} had stopped and was started again.")
        for child in self.children:
            for line in child.new_errors()[:SHOWN]:
                self.say(f"[{child.name}] {line}")
            if child.revive():
                self.say(f"The {child.name} process had died and was started again.")
                self._remember()

    def _remember(self) -> None:
        running = [child.process.pid for child in self.children if child.process]
        leftovers.remember(self.places.var / "children.json", running)


@contextmanager
def only_supervisor(places: Places) -> Iterator[None]:
    """One `make run` at a time in one var/; what a killed one left is ended first."""
    with embedded.clear_sentences(places.var):
        places.make()
        turn = open(places.var / "run.lock", "a")  # noqa: SIM115 (closed below)
    with turn:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            raise CannotStart(
                f"The service already runs with the data in {places.var}: stop it with Ctrl-C "
                "where it was started, or set IRO_VAR to another directory for a second one."
            ) from problem
        leftovers.end(places.var / "children.json")
        yield


def _answers(host: str, port: int) -> bool:
    with (
        closing(http.client.HTTPConnection(host, port, timeout=5)) as line,
        suppress(OSError, http.client.HTTPException),
    ):
        line.request("GET", "/healthz")
        return line.getresponse().status == 200
    return False
