"""Who uses the embedded servers: the first starts them, the last stops them.

Every user holds a shared lock on a file. The system drops it when a process dies,
however it dies, so there is no list of users that could go stale.
"""

import atexit
import fcntl
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Protocol

from iro_service.embedded.places import Places
from iro_service.embedded.problems import check_room, clear_sentences


class Server(Protocol):
    name: str

    def answers(self) -> bool: ...
    def start(self) -> None: ...
    def stop(self) -> None: ...


class Share:
    """One process's part in the servers of one var/."""

    def __init__(self, places: Places, servers: Sequence[Server]):
        self.places = places
        self.servers = servers
        self.users: IO[str] | None = None
        self.process: int | None = None

    def join(self) -> None:
        """Use the servers until this process ends, starting those that do not answer."""
        if self.users is not None:
            return
        with clear_sentences(self.places.var), self._alone():
            self.users = open(self.places.var / "servers.lock", "a")  # noqa: SIM115 (held to the end)
            fcntl.flock(self.users, fcntl.LOCK_SH)
            self.process = os.getpid()
            # First in, last out: whatever else runs at exit still has its servers.
            atexit.register(self.leave)
            self._start_missing()
        _end_cleanly_when_terminated()

    def revive(self) -> list[str]:
        """Start those that have died; their names."""
        if self.users is None or all(server.answers() for server in self.servers):
            return []
        with clear_sentences(self.places.var), self._alone():
            return self._start_missing()

    def leave(self) -> None:
        """Stop the servers unless somebody else uses them."""
        # A forked child inherits the lock and the exit handler, and owns neither.
        if self.users is None or self.process != os.getpid():
            return
        with self._alone():
            try:
                fcntl.flock(self.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                for server in reversed(self.servers):
                    server.stop()
                with suppress(OSError):  # a server that could not be stopped keeps its socket
                    self.places.sockets.rmdir()
            self.users.close()
            self.users = None

    def _start_missing(self) -> list[str]:
        missing = [server for server in self.servers if not server.answers()]
        if missing:
            check_room(self.places.var)
        for server in missing:
            server.start()
        return [server.name for server in missing]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with open(self.places.var / "start.lock", "a") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield


def _end_cleanly_when_terminated() -> None:
    """Let SIGTERM run the exit handlers, where nothing else is arranged for it."""
    main = threading.current_thread() is threading.main_thread()
    if main and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
