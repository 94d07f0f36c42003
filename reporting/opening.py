"""Tables whose numbers open what they count, the same on a page and in a spreadsheet's file."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reporting.drawings.shape import Chart

Value = int | Decimal | str | None
WIDE = 4  # columns that a phone still holds


@dataclass(frozen=True)
class Cell:
    """What stands in a row; `href` opens what a number counts."""

    value: Value
    href: str = ""
    about: str = ""  # said after the number to those who hear the link alone

    @property
    def words(self) -> str:
        """As it is read: 1,204, or 12.5; a dash for what is not known."""
        if self.value is None:
            return "–"
        return f"{self.value:,}" if isinstance(self.value, int | Decimal) else self.value


@dataclass(frozen=True)
class Table:
    """One table with its chart beside it."""

    id: str
    caption: str
    columns: Sequence[str]
    rows: list[list[Cell]]
    text_columns: Sequence[int] = (0,)  # the others hold numbers
    chart: Chart | None = None
    note: str = ""
    empty: str = "None in these days."
    folded: str = ""  # the words behind which a long table waits

    @property
    def heads(self) -> list[tuple[str, bool]]:
        """Each column with whether it holds numbers."""
        return [(words, n not in self.text_columns) for n, words in enumerate(self.columns)]

    @property
    def lines(self) -> list[list[tuple[Cell, str, bool]]]:
        """Each row's cells with their column's words and whether it holds numbers."""
        return [
            [(cell, *head) for cell, head in zip(row, self.heads, strict=True)] for row in self.rows
        ]

    @property
    def is_wide(self) -> bool:
        """Whether its rows become cards on a phone."""
        return len(self.columns) > WIDE

    def values(self) -> list[list[Value]]:
        """The rows for a spreadsheet."""
        return [["" if cell.value is None else cell.value for cell in row] for row in self.rows]


@dataclass(frozen=True)
class Section:
    """Tables under a heading, with what there is to know of all of them."""

    id: str
    title: str
    tables: list[Table]
    words: str = ""
