"""An import killed at random moments: it leaves nothing or everything."""

import random
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.copies import copy_of_test_database, drop_database
from tests.ssda903.process import PATIENCE, Records, carried_out, kill, start

GROW = (  # with any import of several years
    "cohort_child",
    "cohort_periodofcare",
    "cohort_episode",
    "cohort_importrun",
    "reviews_review",
    "reviews_midwaycheck",
    "pghistory_context",
)


@pytest.fixture
def db():
    """Only asked for: then pytest-django makes the test database, of which copies are made."""


@pytest.fixture
def empty_copy(db, django_db_setup, django_db_blocker):
    """Makes copies of the empty test database, under names that are used again."""

    @contextmanager
    def copied(suffix: str):
        with django_db_blocker.unblock():
            with copy_of_test_database(suffix) as name:
                yield Records(name)
            drop_database(name)

    return copied


def killed_at_random(copy, folder: Path, *, times: int, seed: int) -> dict[str, int]:
    """Kill an import so often, each time on a copy of the same records; how often it left what.

    Fails where one left anything between nothing and everything.
    """
    chance, left = random.Random(seed), {"nothing": 0, "everything": 0}
    with copy("whole") as records:
        nothing, before = records.counts(), records.sums()
        seconds = _whole(records, folder)
        everything = records.counts()
    assert [name for name in GROW if everything[name] <= nothing[name]] == []
    for nth in range(times):
        with copy("killed") as records:
            process = start(records, "import_ssda903", str(folder))
            _wait_until_it_writes(records, process)
            # At random, but once in each part of its time: three might all fall into the first.
            time.sleep(seconds * (nth + chance.random()) / times)
            kill(process)
            records.wait_until_nobody_is_in()
            found = records.counts()
            assert found in (nothing, everything), _between(found, nothing, everything)
            assert found == everything or records.sums() == before
            left["everything" if found == everything else "nothing"] += 1
    # After a crash the same files come in as if nothing had happened.
    with copy("killed") as records:
        process = start(records, "import_ssda903", str(folder))
        _wait_until_it_writes(records, process)
        kill(process)
        records.wait_until_nobody_is_in()
        carried_out(records, "import_ssda903", str(folder))
        assert records.counts() == everything
    return left


def _whole(records: Records, folder: Path) -> float:
    """Let an import come to its end: the seconds its transaction took."""
    process = start(records, "import_ssda903", str(folder))
    _wait_until_it_writes(records, process)
    began = time.monotonic()
    while records.importing_since() is not None:
        time.sleep(0.01)
    seconds = time.monotonic() - began  # what follows writes nothing: a kill there proves nothing
    said, _ = process.communicate(timeout=10 * PATIENCE)
    assert process.returncode == 0, said.decode()
    return seconds


def _wait_until_it_writes(records: Records, process) -> None:
    until = time.monotonic() + PATIENCE
    while records.importing_since() is None:
        assert process.poll() is None, process.communicate()[0].decode()
        assert time.monotonic() < until, "The import does not begin."
        time.sleep(0.01)


def _between(found: dict, nothing: dict, everything: dict) -> str:
    return "The import left a part of itself: " + ", ".join(
        f"{name} has {number:,} rows, not {nothing[name]:,} or {everything[name]:,}"
        for name, number in found.items()
        if number not in (nothing[name], everything[name])
    )
