"""The import as an office runs it: `manage.py` in a process of its own, which may be killed."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from reviews.ssda903.importing.run import ONE_AT_A_TIME
from tests.copies import connected_to, copy_of_test_database, drop_database

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds
KEPT = ("accounts_", "audit_", "cohort_", "disputes_", "pghistory_", "reporting_", "reviews_")


class Import:
    """A running `manage.py import_ssda903` of a folder into a database of the test's server."""

    def __init__(self, folder: Path, database: str):
        self.database = database
        head, _, _ = os.environ["DATABASE_URL"].rpartition("/")
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "import_ssda903", folder],
            cwd=ROOT,
            env=os.environ | {
                "DATABASE_URL": f"{head}/{database}",
                "IRO_DEMONSTRATION": "1",
                "IRO_TODAY": settings.IRO_TODAY.isoformat(),
                "SECRET_KEY": settings.SECRET_KEY,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip

    def wait_until_under_way(self) -> None:
        """Wait until its one transaction has begun."""
        wait_until(lambda: self.process.poll() is not None or self._holds_its_lock())

    def kill(self) -> bool:
        """Kill it as a power cut does; False where it had come to its end before."""
        self.process.kill()
        self.process.communicate()
        self._wait_until_let_go()
        return self.process.returncode != 0

    def finish(self) -> str:
        """What it said, having come to its end."""
        out, err = self.process.communicate(timeout=600)
        assert self.process.returncode == 0, err
        self._wait_until_let_go()
        return out

    def _holds_its_lock(self) -> bool:
        return _asked(
            "SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database "
            "WHERE datname = %s AND locktype = 'advisory' AND objid = %s AND granted)",
            self.database,
            ONE_AT_A_TIME,
        )

    def _wait_until_let_go(self) -> None:
        """The server ends a dead client's statement first, and only then undoes what it did."""
        wait_until(
            lambda: _asked(
                "SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = %s)",
                self.database,
            )
        )


def wait_until(true) -> None:
    """Wait for something another process does."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.005)


def took(folder: Path, database: str) -> float:
    """Bring the folder in as a whole; the seconds from the begin of its transaction on."""
    running = Import(folder, database)
    running.wait_until_under_way()
    began = time.monotonic()
    running.finish()
    return time.monotonic() - began


def killed_after(seconds: float, folder: Path, database: str) -> bool:
    """Kill an import so long after its transaction began; False where it was done by then."""
    running = Import(folder, database)
    running.wait_until_under_way()
    time.sleep(seconds)
    return running.kill()


def kept_in(database: str) -> dict[str, tuple[int, int]]:
    """Of each table, history included: how many rows, and a sum over all that they say."""
    kept = {}
    with connected_to(database), connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name.startswith(KEPT):
                cursor.execute(
                    "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) "  # noqa: S608
                    f'FROM "{name}" t'
                )
                kept[name] = cursor.fetchone()
    return kept


def rows(kept: dict[str, tuple[int, int]]) -> dict[str, int]:
    """How many rows each table has."""
    return {name: number for name, (number, _) in kept.items()}


@contextmanager
def copy_of(database: str, suffix: str):
    """The name of a copy of that database, gone after the block."""
    with connected_to(database), copy_of_test_database(suffix) as name:
        pass
    try:
        yield name
    finally:
        drop_database(name)


def _asked(question: str, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]
