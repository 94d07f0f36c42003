"""An import as the list of imports shows it."""

from typing import NamedTuple

from cohort.models import ImportRun
from reviews.importing.kinds import may_start


class Listed(NamedTuple):
    """A run with how many rows were read and handed back, and whether it waits for its columns."""

    run: ImportRun
    read: int | None
    rejected: int | None
    waits_for_columns: bool

    @classmethod
    def of(cls, run: ImportRun) -> "Listed":
        """The run as a line of the list."""
        waits = not may_start(run)
        if run.summary is None:
            return cls(run, None, None, waits)
        tables = run.summary["counts"].values()
        read, rejected = (sum(one[name] for one in tables) for name in ("read", "rejected"))
        return cls(run, read, rejected, waits)
