"""An import that is killed leaves the records as they were, and can be done again."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.copies import connected_to, copy_of_test_database, drop_database
from tests.factories import CouncilFactory
from tests.ssda903.kills import db, killed_at_random  # noqa: F401  # a fixture
from tests.ssda903.made_up import Returns
from tests.ssda903.process import Records

pytestmark = pytest.mark.slow


@pytest.fixture
def returns(tmp_path) -> Path:
    """Three years' files."""
    folder = tmp_path / "returns"
    folder.mkdir()
    Returns(903, 150, range(2014, 2017)).write(folder)
    return folder


@pytest.fixture
def one_year_here(returns, tmp_path, db, django_db_setup, django_db_blocker):  # noqa: F811
    """Makes copies of records in which the first of the years is already."""
    first = tmp_path / "first"
    first.mkdir()
    for path in returns.glob("*_2014.csv"):
        (first / path.name).symlink_to(path)

    @contextmanager
    def copied(suffix: str):
        with connected_to(here), copy_of_test_database(suffix) as name:
            yield Records(name)
        drop_database(name)

    with django_db_blocker.unblock():
        with copy_of_test_database("one_year") as here, connected_to(here):
            CouncilFactory()
            call_command("import_ssda903", str(first))
        yield copied
        drop_database(here)


def test_three_kills_leave_nothing_or_everything(one_year_here, returns):
    left = killed_at_random(one_year_here, returns, times=3, seed=903)
    assert sum(left.values()) == 3
    assert left["nothing"] > 0  # else none of them came in the middle
