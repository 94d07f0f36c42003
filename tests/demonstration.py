"""The demonstration council for tests: loaded once a run in a database of its own.

A test that asks for `demonstration` reads and changes a loaded council; what it changes is
undone after it. It needs no django_db mark, which would open the empty database first, and
it cannot ask for `council` or for a person of tests/conftest.py, which need an empty one.
"""

import pytest
from django.core.management import call_command

from tests.copies import connected_to, copy_of_test_database, drop_database, must_be_free


@pytest.fixture(scope="session")
def demonstration_database(django_db_setup, django_db_blocker):
    """The name of a copy of the test database with the demonstration in it."""
    with (
        django_db_blocker.unblock(),
        copy_of_test_database("demonstration") as name,
        connected_to(name),
    ):
        call_command("demo", verbosity=0)
    yield name
    with django_db_blocker.unblock():
        drop_database(name)


@pytest.fixture
def in_demonstration(request, demonstration_database, django_db_blocker):
    """Read the demonstration's database for one test."""
    if {"transactional_db", "live_server"} & set(request.fixturenames):
        pytest.fail("Those empty the database they use, and the demonstration is shared.")
    with django_db_blocker.unblock():
        must_be_free()
        with connected_to(demonstration_database):
            yield


@pytest.fixture
def demonstration(in_demonstration, db):  # the order matters: first the database, then its use
    """The loaded demonstration; what the test changes is undone."""
