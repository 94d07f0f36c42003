"""One moment of the records for all the tables of a return."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_snapshot() -> Iterator[None]:
    """All that is asked within sees the records as they stood when it began; it only reads."""
    is_within = connection.in_atomic_block
    with transaction.atomic():
        # A review moved to another child meanwhile would name one whom the Header leaves out.
        if not is_within:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
