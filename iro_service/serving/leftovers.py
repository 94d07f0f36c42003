"""The processes of a supervisor that was killed, remembered so that the next one can end them."""

import json
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psutil

PATIENCE = 2  # seconds; a job that is cut off is taken up again


def remember(file: Path, numbers: Iterable[int]) -> None:
    """Write down processes, each with its start so that a reused number is not mistaken."""
    known = {}
    for number in numbers:
        with suppress(psutil.Error):
            known[number] = psutil.Process(number).create_time()
    file.write_text(json.dumps(known))


def end(file: Path) -> None:
    """End those that still run, and what they have started."""
    try:
        known = json.loads(file.read_text())
    except (OSError, ValueError):
        return
    alive = []
    for number, started in known.items():
        with suppress(psutil.Error):
            process = psutil.Process(int(number))
            if process.create_time() == started:
                process.terminate()
                alive.append(process)
    _, left = psutil.wait_procs(alive, timeout=PATIENCE)
    for process in left:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    psutil.wait_procs(left, timeout=PATIENCE)
    file.unlink()
