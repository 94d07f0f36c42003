"""Another worker that holds a job, and is killed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

PATIENCE = 30  # seconds
HELD = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s"


@contextmanager
def claimed_by_another(family: int, pk: int) -> Iterator[None]:
    """Another worker holds the job within the block; after it, it is dead and its claim gone."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [family, pk])
    try:
        yield
    finally:
        other.close()
    # The server notices the death of a connection in its own time.
    until = time.monotonic() + PATIENCE
    while _is_held(family, pk):
        assert time.monotonic() < until
        time.sleep(0.01)


def _is_held(family: int, pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(HELD, [family, pk])
        return cursor.fetchone() != (0,)
