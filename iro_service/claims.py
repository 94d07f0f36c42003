"""A claim on a job that falls by itself when its worker dies."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# The families of locks: reports by the Handbook's paragraph on them, imports by the return's name.
REPORTS = 7_011
IMPORTS = 9_031


@contextmanager
def claimed(family: int, pk: int) -> Iterator[bool]:
    """Whether this worker holds the job; another one that asks meanwhile does not.

    A row lock would hide the progress until the end, and a day in a column would outlive a
    killed worker. PostgreSQL drops this lock with the worker's connection.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [family, pk])
        (mine,) = cursor.fetchone()
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [family, pk])
