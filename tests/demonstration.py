"""The demonstration council for tests: loaded once a run in a database of its own.

A test that asks for `demonstration` reads and changes a loaded council; what it changes is
undone after it. It needs no django_db mark, which would open the empty database first, and
it cannot ask for `council` or for a person of tests/conftest.py, which need an empty one.
"""

from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection


@pytest.fixture(scope="session")
def demonstration_database(django_db_setup, django_db_blocker):
    """The name of a copy of the test database with the demonstration in it."""
    with django_db_blocker.unblock():
        _must_be_free()
        empty = connection.settings_dict["NAME"]
        name = f"{empty}_demonstration"
        connection.close()
        _on_the_server(f'DROP DATABASE IF EXISTS "{name}"')
        _on_the_server(f'CREATE DATABASE "{name}" TEMPLATE "{empty}"')
        with _connected_to(name):
            call_command("demo", verbosity=0)
    yield name
    with django_db_blocker.unblock():
        _on_the_server(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def in_demonstration(request, demonstration_database, django_db_blocker):
    """Read the demonstration's database for one test."""
    if {"transactional_db", "live_server"} & set(request.fixturenames):
        pytest.fail("Those empty the database they use, and the demonstration is shared.")
    with django_db_blocker.unblock():
        _must_be_free()
        with _connected_to(demonstration_database):
            yield


@pytest.fixture
def demonstration(in_demonstration, db):  # the order matters: first the database, then its use
    """The loaded demonstration; what the test changes is undone."""


@contextmanager
def _connected_to(name):
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _must_be_free():
    if connection.in_atomic_block:
        pytest.fail("Ask for `demonstration` first, and without the django_db mark.")


def _on_the_server(statement):
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
