"""`make run` as a newcomer uses it, and as a bad day does: kill -9, a busy port, a second start."""

import os
import signal
import socket
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from iro_service.embedded import CannotStart
from iro_service.serving import machine
from tests.iro_service.house import House

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """One var/ for all tests here, so that only the first start makes a database."""
    house = House(tmp_path_factory.mktemp("make_run") / "var")
    yield house
    house.clear()


@pytest.fixture(scope="module")
def port() -> int:
    """A port that is free now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Service:
    """A running `make run`."""

    def __init__(self, house: House, port: int):
        self.house = house
        self.address = f"http://127.0.0.1:{port}"
        self.make = house.start("make", "run", "COUNCIL=empty", f"PORT={port}")
        self.said = self.wait_for("Ctrl-C stops everything")

    def wait_for(self, words: str) -> str:
        """Read what it says up to the line with these words."""
        said = ""
        for line in self.make.stdout:
            said += line
            if words in line:
                return said
        raise AssertionError(said + self.make.stderr.read())

    def answers(self) -> bool:
        """Whether a page that needs the database answers."""
        page = self.address + "/healthz"
        with suppress(OSError), urllib.request.urlopen(page, timeout=10) as answer:  # noqa: S310
            return answer.status == 200
        return False

    def wait_until_it_answers(self) -> None:
        """Wait for a while, or fail."""
        until = time.monotonic() + 20
        while not self.answers():
            assert time.monotonic() < until, "it does not answer"
            time.sleep(0.2)

    def pid(self, words: str) -> int:
        """The oldest process whose command line has these words."""
        found = [p for p in self.house.processes() if words in " ".join(p.cmdline())]
        return min(found, key=lambda p: p.create_time()).pid

    def interrupt(self) -> None:
        """Ctrl-C: the terminal signals make and its foreground processes."""
        os.killpg(self.make.pid, signal.SIGINT)
        self.make.communicate(timeout=40)


@pytest.fixture
def service(house, port):
    """Started, and stopped with Ctrl-C."""
    service = Service(house, port)
    yield service
    if service.make.poll() is None:
        service.interrupt()
    house.wait_until_empty()


def test_it_starts_survives_the_death_of_each_part_and_stops_without_a_trace(service, house):
    assert f"answers at {service.address}" in service.said
    assert service.answers()

    os.kill(service.pid("gunicorn"), signal.SIGKILL)
    service.wait_for("The web process had died and was started again.")
    service.wait_until_it_answers()

    house.server("postgres").send_signal(signal.SIGKILL)
    service.wait_for("PostgreSQL had stopped and was started again.")
    service.wait_until_it_answers()

    service.interrupt()
    house.wait_until_empty()


def test_after_a_kill_of_the_supervisor_the_next_start_recovers_by_itself(house, port, service):
    os.kill(service.pid("manage.py serve"), signal.SIGKILL)
    service.make.communicate(timeout=40)
    again = Service(house, port)
    assert again.answers()
    assert "already runs" in second_start(house, port)
    os.kill(again.pid("manage.py serve"), signal.SIGTERM)
    again.make.communicate(timeout=40)
    house.wait_until_empty()


def second_start(house: House, port: int) -> str:
    """What another `make run` says that cannot start."""
    make = house.start("make", "run", "COUNCIL=empty", f"PORT={port}")
    _, err = make.communicate(timeout=60)
    assert make.returncode != 0
    assert "Traceback" not in err
    return err


def test_a_busy_port_is_named_before_anything_is_started(tmp_path):
    house = House(tmp_path / "var")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"Port {port} on 127.0.0.1 cannot be used" in second_start(house, port)
    assert not (house.var / "postgres").exists()


def test_a_place_that_cannot_be_written_is_named(port):
    assert "Cannot write to /proc/iro (" in second_start(House(Path("/proc/iro")), port)


def test_a_missing_library_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setitem(machine.LIBRARIES, "libpango-2.0-0", ("libpango-2.0.so.0",))
    with pytest.raises(CannotStart, match=r"PDFs need Pango.*apt-get install libpango-2.0-0\)"):
        machine.check_libraries()
