"""What became of the rows of one register."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from django.db import IntegrityError, transaction

from cohort.importing import Counts, Reject
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted
from reviews.importing.rows import NotTaken, Row

Did = Literal["added", "changed", "unchanged"]
SHOWN = 10  # of a note's examples
TOO_LONG = "The row has more cells than there are headings: a comma inside a cell, perhaps."
NOT_TOGETHER = "The records do not allow this together with what they hold already."


@dataclass
class Tally:
    """Counts the rows of a file, and keeps what is handed back and what is to be looked at."""

    file: str
    headings: dict[str, str]  # by our column's name, the file's
    counts: Counts = field(default_factory=Counts)
    rejects: list[Reject] = field(default_factory=list)
    more_notes: list[str] = field(default_factory=list)  # sentences, as they stand
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def take_each(self, rows: Iterable[Row], take: Callable[[Row], Did]) -> None:
        """Take row by row; one that is not taken leaves nothing behind and is handed back."""
        for row in rows:
            try:
                with transaction.atomic():
                    did = take(self.read(row))
            except NotTaken as why:
                self.hand_back(row, why)
            except Refusal as refusal:
                self.hand_back(row, NotTaken(refusal.sentence))
            except IntegrityError:
                # Each rule has its own sentence before this: it is for two at work at once.
                self.hand_back(row, NotTaken(NOT_TOGETHER))
            else:
                self.took(did)

    def read(self, row: Row) -> Row:
        """Count a row as read, and refuse one whose cells cannot be told apart."""
        self.counts.read += 1
        if row.too_long:
            raise NotTaken(TOO_LONG)
        return row

    def took(self, did: Did) -> None:
        """Count a row as taken."""
        setattr(self.counts, did, getattr(self.counts, did) + 1)

    def hand_back(self, row: Row, why: NotTaken) -> None:
        """Keep a row that is not taken, with the reason."""
        self.counts.rejected += 1
        column = self.headings.get(why.column, "")
        self.rejects.append(Reject(self.file, row.line, column, why.reason, row.given))

    def note(self, sentence: str, example: str) -> None:
        """Keep something to look at; `sentence` has {} where the number of such rows goes."""
        self.examples[sentence].append(example)

    @property
    def notes(self) -> list[str]:
        """A sentence for each kind of thing to look at, with the first few of them."""
        found = []
        for sentence, examples in self.examples.items():
            more = [f"and {len(examples) - SHOWN:,} more"] if len(examples) > SHOWN else []
            listed = "; ".join([*examples[:SHOWN], *more])
            found.append(f"{sentence.format(counted(len(examples), 'row'))}: {listed}.")
        return [*found, *self.more_notes]


def by_line(rejects: Iterable[Reject]) -> list[Reject]:
    """The rows handed back in the order of the file."""
    return sorted(rejects, key=lambda reject: reject.line)
