"""Which counts are withheld, so that none of 1 to 4 is told and none can be worked out."""

from collections.abc import Iterable, Mapping

from reporting.withheld import FEWER
from reporting.withholding.cheapest import cheapest
from reporting.withholding.paths import Path
from reporting.withholding.relations import NOT_PRINTED, Sum

WHOLE = 100_000  # so much dearer is a whole than one of its parts
ANOTHER = 50  # one more number withheld, over its size


def small(counts: Mapping[Path, int]) -> list[Path]:
    """The counts of 1 to 4, in a settled order."""
    return sorted((path for path, n in counts.items() if 0 < n < FEWER), key=str)


def hidden(sums: list[Sum], counts: Mapping[Path, int], small_ones: Iterable[Path]) -> set[Path]:
    """What is withheld: every small count, and as few and as small others as it takes.

    A small count is safe when there is another set of whole numbers that adds up to everything
    that is told, in which it is 5 or more. For each the cheapest such set is looked for, and what
    differs in it is withheld too. A count that is printed is taken to be 1 or more by everybody
    when it is withheld, because a 0 is told; one that is not printed may be 0.
    """
    small_ones = list(small_ones)
    found = {path for path in small_ones if path[0] != NOT_PRINTED}
    near = _nearby(sums)
    dear = _dearness(sums)
    for path in small_ones:
        for free in (_only_hidden(found), _no_wholes(found, dear), _anything):
            if (change := _changed(path, free, sums, near, counts, found, dear)) is not None:
                found |= {one for one in change if one[0] != NOT_PRINTED}
                break
        else:
            found |= {one for one in _reached(path, _anything, sums, near, counts)[0]
                      if one[0] != NOT_PRINTED and counts[one]}  # fmt: skip
    return found | {path for path in small_ones if path[0] == NOT_PRINTED}


def _changed(path, free, sums, near, counts, found, dear):
    """The cheapest other numbers in which a small count is no longer small, in whole numbers."""
    cells, rows = _reached(path, free, sums, near, counts)
    less = {one: counts[one] - (one[0] != NOT_PRINTED) for one in cells}
    cost = {
        one: 0 if one in found or one[0] == NOT_PRINTED
        else ANOTHER + min(counts[one], WHOLE // 2) + WHOLE * dear.get(one, 0)
        for one in cells
    }  # fmt: skip
    factors = [{one: sign for one, sign in row.factors.items() if one in cells} for row in rows]
    for by in range(FEWER - counts[path], FEWER + 8):
        change = cheapest(factors, less, cost, path, by)
        if change is None:
            return None
        if all(n == int(n) for n in change.values()):
            return change
    return None


def _reached(path, free, sums, near, counts):
    """The counts that hang together with this one by those that may change, and their sums."""
    cells, rows, ahead = {path}, [], [path]
    seen: set[int] = set()
    while ahead:
        for n in near.get(ahead.pop(), ()):
            if n in seen:
                continue
            seen.add(n)
            rows.append(sums[n])
            for one in sums[n].factors:
                if one not in cells and (one[0] == NOT_PRINTED or (counts[one] and free(one))):
                    cells.add(one)
                    ahead.append(one)
    return sorted(cells, key=str), rows


def _only_hidden(found):
    return lambda path: path in found


def _no_wholes(found, dear):
    return lambda path: path in found or dear.get(path, 0) < 2


def _anything(_path) -> bool:
    return True


def _nearby(sums: list[Sum]) -> dict[Path, list[int]]:
    near: dict[Path, list[int]] = {}
    for n, one in enumerate(sums):
        for path in one.factors:
            near.setdefault(path, []).append(n)
    return near


def _dearness(sums: list[Sum]) -> dict[Path, int]:
    """How many layers of parts lie under each whole."""
    dear: dict[Path, int] = {}
    for _ in range(6):  # deeper than any table
        for one in sums:
            under = max((dear.get(part, 0) for part in one.parts), default=0) + 1
            if one.whole and len(one.parts) > 1 and under > dear.get(one.whole, 0) and under < 6:
                dear[one.whole] = under
    return dear
