"""The same theme again with the same team, or with the same worker."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disputes.patterns.facts import Fact, counted_by
from disputes.patterns.held import Held

AT_LEAST = 2  # once is no repetition
FEW_DISPUTES, FEW_CHILDREN = 3, 10
SMALL = (
    f"Fewer than {FEW_DISPUTES} disputes, or fewer than {FEW_CHILDREN} children held, are small "
    "numbers: one child more or less would change the rate a good deal. They are listed by name "
    "after the others and are not ranked."
)


def is_small(disputes: int, children: Decimal) -> bool:
    """Whether a rate of so many disputes and children held would say little. Source: SMALL."""
    return disputes < FEW_DISPUTES or children < FEW_CHILDREN


@dataclass(frozen=True)
class Repeated:
    """A theme raised more than once with a team or a worker."""

    pk: int
    theme: str
    disputes: int
    children: Decimal  # held on average

    @property
    def per_100(self) -> Decimal | None:
        """Disputes for each 100 children held, one decimal, halves up; None where none was held."""
        if not self.children:
            return None
        return (self.disputes * 100 / self.children).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def small(self) -> bool:
        """Whether the numbers are too small to rank."""
        return is_small(self.disputes, self.children)


def repeated(
    rows: Iterable[Fact], kind: str, held: Held, *, name: Callable[[int], str]
) -> list[Repeated]:
    """Themes raised twice or more with one team or worker (`kind`), the highest rate first.

    Unit: disputes, and disputes for each 100 children held. Small numbers come after the ranked
    ones, by name. Source: held.DEFINITION, SMALL.
    """
    counts = counted_by(rows, lambda row: (getattr(row, f"{kind}_id"), row.theme))
    found = [
        Repeated(pk, theme, number, held.of(kind, pk))
        for (pk, theme), number in counts.items()
        if pk and number >= AT_LEAST
    ]
    return sorted(found, key=lambda one: _place(one, name(one.pk)))


def _place(one: Repeated, name: str) -> tuple:
    if one.small:
        return (1, name, one.theme, one.pk)
    return (0, -(one.per_100 or 0), name, one.theme, one.pk)
