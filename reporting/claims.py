"""A claim on a job that falls by itself when its worker dies."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

REPORTS = 7_011  # the family of locks; the Handbook's paragraph on the annual report


@contextmanager
def claimed(report_id: int) -> Iterator[bool]:
    """Whether this worker holds the report; another one that asks meanwhile does not.

    A row lock would hide the progress until the end, and a day in a column would outlive a
    killed worker. PostgreSQL drops this lock with the worker's connection.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [REPORTS, report_id])
        (mine,) = cursor.fetchone()
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [REPORTS, report_id])
