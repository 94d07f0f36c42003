"""The command in a process of its own, on a database of its own, which may be killed."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds
# What a crash may not leave a part of: what is recorded, and the history of it.
KEPT = ("cohort_", "reviews_", "pghistory_", "audit_")
# A process is said to have used at its peak what the one that started it had used by then, which
# in a run of tests is much: so it is started by one that has used next to nothing.
WATCHED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


class Records:
    """A database by its name, seen from outside as an administrator would."""

    def __init__(self, name: str):
        self.address = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"

    def ask(self, statement: str, *values) -> list[tuple]:
        """The rows of the answer."""
        with closing(psycopg2.connect(self.address)) as connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()

    def counts(self) -> dict[str, int]:
        """How many rows each table has, the history included."""
        return self._of_each_table("count(*)")

    def sums(self) -> dict[str, int]:
        """A sum over every cell of each table: it is another when anything is."""
        return self._of_each_table("coalesce(sum(hashtextextended(t::text, 0)), 0)")

    def _of_each_table(self, number: str) -> dict[str, int]:
        tables = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = sorted(name for (name,) in tables if name.startswith(KEPT))
        each = (f"SELECT '{name}', {number} FROM {name} t" for name in names)  # noqa: S608
        return dict(self.ask(" UNION ALL ".join(each)))

    def importing_since(self) -> float | None:
        """The seconds since somebody else's transaction began; None while there is none."""
        others = self.ask(
            "SELECT extract(epoch FROM clock_timestamp() - min(xact_start)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_xid IS NOT NULL"
        )
        return others[0][0]

    def wait_until_nobody_is_in(self) -> None:
        """Wait until the server has noticed that whoever used it is gone."""
        others = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )
        until = time.monotonic() + PATIENCE
        while self.ask(others) != [(0,)]:
            assert time.monotonic() < until, "The server still works for a process that is gone."
            time.sleep(0.05)


def start(records: Records, *command: str, by: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    """A command of the service on those records, on the day of the tests."""
    environment = os.environ | {
        "DATABASE_URL": records.address,
        "IRO_TODAY": "2017-07-20",
        "IRO_DEMONSTRATION": "1",
    }
    return subprocess.Popen(
        [*by, sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """End it as a power cut would, without a word."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def carried_out(records: Records, *command: str) -> tuple[float, float]:
    """Let a command come to its end: the seconds it took, and its peak of memory in megabytes."""
    began = time.monotonic()
    process = start(records, *command, by=(sys.executable, "-c", WATCHED))
    said = process.communicate()[0].decode()
    assert process.returncode == 0, said
    return time.monotonic() - began, int(said.split()[-1]) / 1024
