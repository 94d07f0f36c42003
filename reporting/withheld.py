"""The number that a public document does not tell."""

from functools import total_ordering


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
