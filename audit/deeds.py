"""One deed that changes many rows: their history tells which deed it was."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

SETTINGS = ("pghistory.context_id", "pghistory.context_metadata", "pgtrigger.ignore")


@contextmanager
def in_history(cursor, **deed: str | int | None) -> Iterator[None]:
    """All that changes within carries the deed; the transaction it is in must be open.

    The triggers ask for these settings at every row. Where there are none each asking is an error
    that is caught, which costs more than the row itself and ever more as they add up: a return of
    250,000 reviews would take an hour instead of minutes.
    """
    _set(cursor, str(uuid.uuid4()), json.dumps(deed), "{}")
    try:
        yield
    finally:
        if not cursor.connection.closed and not cursor.db.needs_rollback:
            _set(cursor, "", "", "")


def _set(cursor, *values: str) -> None:
    for setting, value in zip(SETTINGS, values, strict=True):
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
