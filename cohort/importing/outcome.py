"""What came of an import: each row that was read is in, or is handed back with a reason."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Reject:
    """A row that was not taken, where it stands, and why, in a sentence."""

    file: str
    line: int  # as an editor counts them; the line of the columns' names is 1
    column: str  # "" where it is the row as a whole
    reason: str
    row: str  # as it was given


@dataclass
class Counts:
    """The rows of one table; those read are added, changed, the same as before, or rejected."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0

    @property
    def taken(self) -> int:
        """Rows that are in the records now."""
        return self.added + self.changed + self.unchanged


@dataclass
class Outcome:
    """All that an import did, or would do."""

    counts: dict[str, Counts] = field(default_factory=dict)  # by the table's name
    notes: list[str] = field(default_factory=list)  # sentences: what else changed, what to look at
    missing: list[str] = field(default_factory=list)  # children here that the files leave out
    years: list[str] = field(default_factory=list)  # whose reviews are all in now, like 2016-17
    rejects: Iterable[Reject] = ()  # may be read once only

    def as_summary(self) -> dict:
        """What is kept of it with the run, as JSON."""
        return {
            "counts": {table: asdict(counts) for table, counts in self.counts.items()},
            "notes": self.notes,
            "missing": self.missing,
        }
