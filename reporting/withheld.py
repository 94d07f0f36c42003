"""The number that a public document does not tell."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import total_ordering
from typing import Any, TypeVar

FEWER = 5  # counts of 1 to 4 are withheld
NOTE = (
    f"Counts of 1 to {FEWER - 1} are withheld because this report is a public document, and with "
    "them as many more as are needed so that none can be worked out."
)
Row = TypeVar("Row")
Name = TypeVar("Name", bound=Hashable)


@total_ordering
class Withheld:
    """Stands in the place of a number and takes in whatever is counted with it.

    A sum, difference or share of a withheld number is withheld. It is neither more nor less than
    any number, and true: there is something, though not how much. None stays what is not known.
    """

    def _same(self, *_) -> "Withheld":
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same
    __truediv__ = __rtruediv__ = __neg__ = __abs__ = __round__ = _same

    def __eq__(self, other) -> bool:
        return isinstance(other, Withheld)

    def __lt__(self, other) -> bool:
        return False

    def __gt__(self, other) -> bool:
        return False

    def __hash__(self) -> int:
        return hash(Withheld)

    def __format__(self, spec: str) -> str:
        return str(self)

    def __str__(self) -> str:
        return "Withheld"

    __repr__ = __str__


WITHHELD = Withheld()


def is_withheld(value: object) -> bool:
    """Whether this is a number that is not told."""
    return isinstance(value, Withheld)


def by_size(rows: Iterable[Row], size: Callable[[Row], Any], words: Callable[[Row], Any]) -> list:
    """The rows with the largest first, and last those not told, by their words.

    Between its neighbours the place alone would tell how large a withheld number is.
    """
    return sorted(
        rows,
        key=lambda row: (
            (1, 0, words(row)) if is_withheld(size(row)) else (0, -size(row), words(row))
        ),
    )


def largest(counts: Mapping[Name, Any], whole: Any) -> Name | None:
    """The name with the largest number; None where two have it, or where it cannot be told.

    What is withheld is `whole` less what is told: it might be all of one name.
    """
    told = {name: n for name, n in counts.items() if n is not None and not is_withheld(n)}
    most = max(told.values(), default=0)
    names = [name for name, n in told.items() if n == most]
    if len(names) != 1 or not most:
        return None
    hidden = whole - sum(told.values()) if len(told) < len(counts) else 0
    return None if is_withheld(hidden) or hidden >= most else names[0]
