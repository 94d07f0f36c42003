"""A var/ of its own for a test, and processes that use it as a command line would."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "COUNCIL", "SERVICE_ADDRESS", "DEBUG")


class House:
    """One var/ and the commands run on it."""

    def __init__(self, var: Path):
        self.var = var

    def environment(self, **more: str) -> dict[str, str]:
        """The shell's, without what this test run has set for itself."""
        foreign = ("IRO_", "PYTEST", "MAKE", "MFLAGS", "DJANGO_", "COV_")
        kept = {k: v for k, v in os.environ.items() if k not in OURS and not k.startswith(foreign)}
        return kept | {"IRO_VAR": str(self.var), "PYTHONWARNINGS": "default"} | more

    def start(self, *command: str, **more: str) -> subprocess.Popen[str]:
        """Start a command in the project's root."""
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment(**more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def start_python(self, code: str, **more: str) -> subprocess.Popen[str]:
        """Start Python with the servers ensured."""
        first = "import os, sys\nfrom iro_service import embedded\nembedded.ensure()\n"
        return self.start(sys.executable, "-c", first + code, **more)

    def run(self, code: str = "", **more: str) -> str:
        """The output of Python code that must succeed."""
        process = self.start_python(code, **more)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return out.strip()

    def refusal(self, code: str = "", **more: str) -> str:
        """The sentence of Python code that must end with exit code 1 and no traceback."""
        process = self.start_python(code, **more)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 1, out + err
        assert "Traceback" not in err
        return err.strip()

    def processes(self) -> list[psutil.Process]:
        """Every process that was started with this var/."""
        return [p for p in psutil.process_iter() if self._is_ours(p)]

    def wait_until_empty(self, seconds: float = 30) -> None:
        """Wait until no process is left, or fail with the list of them."""
        until = time.monotonic() + seconds
        while left := self.processes():
            assert time.monotonic() < until, left
            time.sleep(0.1)

    def server(self, name: str) -> psutil.Process:
        """The one server process of that name that has no parent of the same name."""
        servers = [p for p in self.processes() if p.name() == name]
        roots = [p for p in servers if p.ppid() not in {other.pid for other in servers}]
        assert len(roots) == 1, servers
        return roots[0]

    def clear(self) -> None:
        """End whatever a failed test left."""
        for process in self.processes():
            with suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)

    def _is_ours(self, process: psutil.Process) -> bool:
        with suppress(psutil.Error, OSError):
            mine = process.pid == os.getpid() or process.status() == psutil.STATUS_ZOMBIE
            # Redis writes its title over its environment; the title holds its socket's path.
            named = any(f"{self.var}/run" in word for word in process.cmdline())
            return not mine and (named or process.environ().get("IRO_VAR") == str(self.var))
        return False
