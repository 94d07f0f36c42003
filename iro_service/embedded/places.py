"""Where the embedded servers keep their data, sockets and logs."""

import hashlib
import os
import re
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from iro_service.embedded.problems import CannotStart

ROOT = Path(__file__).resolve().parent.parent.parent
COUNCILS = {"demonstration": "iro", "empty": "iro_empty"}  # and the database of each
LONGEST_SOCKET_DIRECTORY = 85  # a socket's whole path may have 103 bytes on every system
LARGE_LOG = 5_000_000


def council() -> str:
    """The council asked for; a word of the environment, so that every command agrees."""
    chosen = os.environ.get("COUNCIL", "demonstration")
    if chosen not in COUNCILS:
        raise CannotStart(f"COUNCIL is {chosen!r}: set it to {' or '.join(COUNCILS)}.")
    return chosen


@dataclass(frozen=True)
class Places:
    """The directories under var/, or under IRO_VAR."""

    var: Path

    @classmethod
    def from_environment(cls) -> "Places":
        """Absolute, so that the children of a process find the same ones from anywhere."""
        var = Path(os.path.abspath(os.environ.get("IRO_VAR") or ROOT / "var"))
        os.environ["IRO_VAR"] = str(var)
        return cls(var)

    @property
    def mark(self) -> str:
        """A short name that only this var/ has."""
        return "iro-" + hashlib.sha256(os.fsencode(self.var.resolve())).hexdigest()[:12]

    @property
    def sockets(self) -> Path:
        """In var/ where its path is short and plain enough for a socket, else in /tmp."""
        here = self.var / "run"
        plain = re.fullmatch(r"[\w./-]+", str(here), re.ASCII)
        if plain and len(str(here)) <= LONGEST_SOCKET_DIRECTORY:
            return here
        return Path("/tmp") / f"{self.mark}-{os.geteuid()}"  # noqa: S108 (checked when made)

    @property
    def logs(self) -> Path:
        """One file for each server and each process of `make run`."""
        return self.var / "log"

    def make(self) -> None:
        """Make the directories that are missing."""
        self.var.mkdir(parents=True, exist_ok=True)
        self.logs.mkdir(exist_ok=True)

    def make_sockets(self, *owners: int | None) -> None:
        """Make the sockets' directory; one that somebody else made in /tmp is not trusted."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        found = self.sockets.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), *owners):
            raise CannotStart(
                f"{self.sockets} belongs to somebody else: remove it, or set IRO_VAR."
            )
        if found.st_uid == os.geteuid():
            self.sockets.chmod(0o700)

    def log(self, name: str) -> Path:
        """A log to append to; the one before it is kept once it has grown large."""
        path = self.logs / f"{name}.log"
        if path.exists() and path.stat().st_size > LARGE_LOG:
            path.replace(path.with_suffix(".log.1"))
        path.touch()
        return path

    def secret_key(self) -> str:
        """The key that signs sessions, made once and readable by its owner only."""
        path = self.var / "secret_key"
        if not path.exists():
            draft = path.with_name(f"secret_key.{os.getpid()}")
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(50))
            with suppress(FileExistsError):  # of two processes at once, the first one's key stays
                os.link(draft, path)
            draft.unlink()
        return path.read_text()
