"""Copies of the empty test database, to be filled once a run and read by many tests."""

from contextlib import contextmanager

import pytest
from django.db import connection


@contextmanager
def copy_of_test_database(suffix: str):
    """The name of a copy, connected to while it is filled and dropped at the end of the run."""
    must_be_free()
    empty = connection.settings_dict["NAME"]
    if not empty.startswith("test_"):
        pytest.fail(f"Only a test database is copied, and {empty} is a council's.")
    name = f"{empty}_{suffix}"
    connection.close()
    _on_the_server(f'DROP DATABASE IF EXISTS "{name}"')
    _on_the_server(f'CREATE DATABASE "{name}" TEMPLATE "{empty}"')
    try:
        yield name
    except BaseException:
        drop_database(name)
        raise


def drop_database(name: str) -> None:
    """Drop a copy, whoever is connected to it."""
    _on_the_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def connected_to(name: str):
    """Ask another database of the same server."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def must_be_free() -> None:
    """Fail where the test has begun to use the empty database already."""
    if connection.in_atomic_block:
        pytest.fail("Ask for the copy first, and without the django_db mark.")


def _on_the_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
