"""What stops the servers, each as one sentence a person can act on."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTE = 1024 * 1024
ROOM_NEEDED = 200 * MEGABYTE


class CannotStart(SystemExit):
    """Ends the process with its sentence on stderr, exit code 1 and no traceback."""


def disk_full(var: Path) -> CannotStart:
    """The sentence for a disk without room."""
    return CannotStart(
        f"The disk that holds {var} is full: free at least {ROOM_NEEDED // MEGABYTE} MB, "
        "or set IRO_VAR to a directory on another disk."
    )


def check_room(var: Path) -> None:
    """Refuse to start where PostgreSQL would stop half-way for lack of room."""
    if shutil.disk_usage(var).free < ROOM_NEEDED:
        raise disk_full(var)


@contextmanager
def clear_sentences(var: Path) -> Iterator[None]:
    """Turn a file that cannot be written into a sentence."""
    try:
        yield
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full(var) from problem
        reason = (problem.strerror or str(problem)).lower()
        at = problem.filename or var
        raise CannotStart(
            f"Cannot write to {at} ({reason}): make {var} writable, "
            "or set IRO_VAR to a directory that is."
        ) from problem


def last_lines(log: Path, since: int = 0, marks: tuple[str, ...] = ()) -> str:
    """The lines of a log after a position that carry one of the marks, else its last ones."""
    try:
        lines = log.read_bytes()[since:].decode(errors="replace").splitlines()
    except OSError:
        return ""
    marked = [line for line in lines if any(mark in line for mark in marks)]
    return "\n".join((marked or lines)[-3:])
