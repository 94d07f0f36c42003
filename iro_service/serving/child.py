"""One process of the service, in a process group of its own."""

import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from iro_service.embedded import CannotStart, Places

DEATHS_ALLOWED = 5
WITHIN = 60  # seconds
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)
WORTH_SEEING = re.compile(r"[ \[](ERROR|CRITICAL)[\] ]")


class Child:
    """A command that is started again when it dies, within reason."""

    def __init__(self, name: str, places: Places, command: Sequence[str]):
        self.name = name
        self.command = [sys.executable, "-m", *command]
        self.log: Path = places.log(name)
        self.read_to = self.log.stat().st_size
        self.process: subprocess.Popen[bytes] | None = None
        self.deaths: list[float] = []

    def start(self) -> None:
        """Start it; its output goes to its log."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C reaches the supervisor, which stops us in order
                preexec_fn=_die_with_the_supervisor,  # noqa: PLW1509 (it has no threads)
            )

    def revive(self) -> bool:
        """Start it again if it has died; refuse when it keeps dying."""
        if self.process is None or self.process.poll() is None:
            return False
        self.kill()  # its own children would hold the port
        now = time.monotonic()
        self.deaths = [then for then in self.deaths if then > now - WITHIN] + [now]
        if len(self.deaths) > DEATHS_ALLOWED:
            raise CannotStart(
                f"The {self.name} process has died {len(self.deaths)} times within a minute, "
                f"so everything stops: {self.log} says why."
            )
        self.start()
        return True

    def stop(self) -> None:
        """Ask it to finish what it is doing."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, until: float) -> None:
        """Wait for its end; past the moment (time.monotonic), force it."""
        if self.process is not None:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(max(0.0, until - time.monotonic()))
            self.kill()

    def kill(self) -> None:
        """End it and all its own children at once."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def new_errors(self) -> list[str]:
        """The lines with errors that its log has gained."""
        with open(self.log, "rb") as log:
            log.seek(self.read_to)
            gained = log.read()
        whole = gained[: gained.rfind(b"\n") + 1]
        self.read_to += len(whole)
        lines = whole.decode(errors="replace").splitlines()
        return [line for line in lines if WORTH_SEEING.search(line)]


def _die_with_the_supervisor() -> None:
    """Linux ends the child when the supervisor is killed: nothing stays behind on the port."""
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
