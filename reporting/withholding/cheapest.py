"""The cheapest other set of numbers that adds up as well, in which one number is larger.

A linear programme, solved by the simplex method with bounded variables in whole numbers and
fractions, so that nothing is lost to rounding. The tables of a report are small: a few dozen
numbers hang together, nearly all of them with the factor 1.
"""

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction

Cell = Hashable
Number = int | Fraction
FIRST = 10**12  # what one more of the number that should grow is worth: more than any change
PATIENCE = 400  # steps before the slow rule, which cannot run in circles, takes over


def cheapest(
    sums: Sequence[Mapping[Cell, int]],
    at_most_less: Mapping[Cell, int],
    cost: Mapping[Cell, int],
    grown: Cell,
    by: int,
) -> dict[Cell, Number] | None:
    """By how much each number changes when `grown` grows by `by` and every sum stays at nothing.

    `sums` hold the factor of each cell, the whole's less than nothing. `at_most_less` says how far
    a cell may fall, `cost` what each one more or less of it costs. None where it cannot grow.
    """
    table = _Table(sums)
    for cell, less in at_most_less.items():
        if cell == grown:
            table.add((cell, 1), cell, 1, by, -FIRST)
        else:
            table.add((cell, 1), cell, 1, None, cost[cell])
            table.add((cell, -1), cell, -1, less, cost[cell])
    table.solve()
    change: dict[Cell, Number] = {}
    for (cell, sign), value in table.values().items():
        change[cell] = change.get(cell, 0) + sign * value
    return {c: n for c, n in change.items() if n} if change.get(grown) == by else None


class _Table:
    """The rows of the programme; a row without a number of its own stands at nothing."""

    def __init__(self, sums: Sequence[Mapping[Cell, int]]):
        self.of_cell: dict[Cell, list[tuple[int, int]]] = {}
        for n, factors in enumerate(sums):
            for cell, factor in factors.items():
                self.of_cell.setdefault(cell, []).append((n, factor))
        self.rows: list[dict] = [{} for _ in sums]
        self.basic: list = [None] * len(sums)
        self.value: list[Number] = [0] * len(sums)
        self.cost: dict = {}
        self.limit: dict = {None: 0}
        self.turned: set = set()

    def add(self, column, cell: Cell, sign: int, limit: int | None, cost: int) -> None:
        """A way in which a cell may change, up to its limit."""
        if limit == 0:
            return
        self.limit[column], self.cost[column] = limit, cost
        for n, factor in self.of_cell.get(cell, ()):
            self.rows[n][column] = sign * factor

    def solve(self) -> None:
        """Change what pays most until nothing pays any more."""
        for step in range(PATIENCE * 5):
            paying = [column for column, cost in self.cost.items() if cost < 0]
            if not paying:
                return
            self._enter(min(paying, key=self.cost.get) if step < PATIENCE else paying[0])  # type: ignore[arg-type]

    def _enter(self, column) -> None:
        most, leaving = self.limit[column], None
        for n, row in enumerate(self.rows):
            if not (factor := row.get(column)):
                continue
            if factor > 0:
                room = _over(self.value[n], factor)
            elif (limit := self.limit[self.basic[n]]) is not None:
                room = _over(limit - self.value[n], -factor)
            else:
                continue
            if most is None or room < most or (room == most and self.basic[n] is None):
                most, leaving = room, n
        if leaving is None:
            self._turn(column, most)
        else:
            self._swap(column, leaving)

    def _turn(self, column, limit) -> None:
        """The column goes to its limit and is counted from there."""
        for n, row in enumerate(self.rows):
            if factor := row.get(column):
                self.value[n] -= factor * limit
                row[column] = -factor
        self.cost[column] = -self.cost[column]
        self.turned ^= {column}

    def _swap(self, column, n: int) -> None:
        row, left = self.rows[n], self.basic[n]
        if row[column] < 0:  # what leaves, leaves at its limit
            row = {one: -factor for one, factor in row.items()}
            self.value[n] = self.limit[left] - self.value[n]
            self.turned ^= {left}
        pivot = row.pop(column)
        if left is not None:
            row[left] = 1
        row = {one: _over(factor, pivot) for one, factor in row.items()}
        self.value[n] = _over(self.value[n], pivot)
        self.rows[n], self.basic[n] = row, column
        for m, other in enumerate(self.rows):
            if m != n and (factor := other.pop(column, 0)):
                self.value[m] -= factor * self.value[n]
                _less(other, row, factor)
        cost = self.cost.pop(column)
        if left is not None:
            self.cost[left] = 0
        for one, factor in row.items():
            self.cost[one] -= cost * factor

    def values(self) -> dict:
        """Every change that is not nothing."""
        held = dict(zip(self.basic, self.value, strict=True))
        held.pop(None, None)
        for column in self.turned:
            held[column] = self.limit[column] - held.get(column, 0)
        return {column: value for column, value in held.items() if value}


def _less(row: dict, other: dict, times: Number) -> None:
    for column, factor in other.items():
        if left := row.get(column, 0) - times * factor:
            row[column] = left
        else:
            row.pop(column, None)


def _over(value: Number, by: Number) -> Number:
    if by in (1, -1):
        return value * by
    found = Fraction(value) / by
    return found.numerator if found.denominator == 1 else found
