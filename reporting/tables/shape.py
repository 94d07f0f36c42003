"""A table of the report, its columns, and the plainest kind: counts with their shares."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.percent import percent
from reporting.written import number, rate

Cell = str | None


class Opens(str):
    """A number as written that opens the cases it counts, for those who may see them.

    It is text everywhere else: what is frozen or printed keeps no address.
    """

    __slots__ = ("about", "href")

    def __new__(cls, words: str, href: str, about: str = "") -> "Opens":
        """The number's words, the address of its cases, and what those are."""
        opened = super().__new__(cls, words)
        opened.href, opened.about = href, about
        return opened

    def __deepcopy__(self, _memo) -> str:
        return str(self)


@dataclass(frozen=True)
class Table:
    """What parts/table.html prints: one header row, cells already written."""

    id: str
    caption: str
    columns: Sequence[tuple[str, str, bool]]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    note: str = ""

    @property
    def is_wordy(self) -> bool:
        """Whether it holds words and no numbers, and wants the whole width."""
        return not any(numeric for _, _, numeric in self.columns)


def column(label: str, *, numeric: bool = True) -> tuple[str, str, bool]:
    """A column with its heading."""
    return (label, label, numeric)


def of_whole(id, caption, counts, whole, *, what, heading="State", everything="Total") -> Table:
    """A column of counts with their share of the whole."""
    return Table(
        id,
        caption,
        [column(heading, numeric=False), column(what), column("Share")],
        [[words, number(n), rate(percent(n, whole))] for words, n in counts.items()],
        [everything, number(whole), "100.0%" if whole else None],
    )
