"""An import that is killed at any moment leaves all as it was, or has done all of it."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tests.copies import connected_to, copy_of_test_database, drop_database
from tests.factories import CouncilFactory
from tests.ssda903.made_up import Returns
from tests.ssda903.processes import copy_of, kept_in, killed_after, rows, took

pytestmark = pytest.mark.slow
MOMENTS = (0.05, 0.5, 0.9)  # of the time that a whole import takes
HAVE_MORE = (
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
    """Only asked for: then pytest-django makes the empty database that is copied here."""


@pytest.fixture
def returns(tmp_path) -> Path:
    """Three years' files."""
    folder = tmp_path / "returns"
    folder.mkdir()
    Returns(903, 150, range(2014, 2017)).write(folder)
    return folder


@pytest.fixture
def one_year_here(returns, tmp_path, db, django_db_setup, django_db_blocker):
    """The name of a database in which the first of the years is brought in already."""
    first = tmp_path / "first"
    first.mkdir()
    for path in returns.glob("*_2014.csv"):
        (first / path.name).symlink_to(path)
    with django_db_blocker.unblock():
        with copy_of_test_database("before_kill") as name, connected_to(name):
            CouncilFactory()
            call_command("import_ssda903", str(first))
        yield name
        drop_database(name)


def test_a_killed_import_leaves_nothing_or_everything_and_the_next_one_works(
    one_year_here, returns
):
    before = kept_in(one_year_here)
    with copy_of(one_year_here, "whole") as whole:
        seconds = took(returns, whole)
        after = rows(kept_in(whole))
    assert [name for name in HAVE_MORE if after[name] <= before[name][0]] == []

    undone = 0
    with copy_of(one_year_here, "killed") as database:
        for part in MOMENTS:
            was_killed = killed_after(part * seconds, returns, database)
            kept = kept_in(database)
            if kept != before:  # it was done by then, or as good as done
                break
            assert was_killed
            undone += 1
        else:
            took(returns, database)
        assert rows(kept_in(database)) == after
    assert undone, "each one came to its end before it was killed"
