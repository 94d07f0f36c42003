"""Which numbers of the figures add up to which, and which rest on which.

A block of figures says it beside its DEFINITIONS, in RELATIONS, one line each. Paths begin at the
block; reporting.withholding.paths tells what may stand in them.

    total = by_age.*                                 the whole, and its parts
    by_age.{band} = by_district.*.{band}             the same for each band
    reviews = in_timescale + ?late                   `?`: a part nobody prints, but anybody can
                                                     work out from the others
    percent from in_timescale, reviews               told only where all it is made of may be
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reporting.withholding.paths import Bound, Path, at, matching

NOT_PRINTED = "?"


@dataclass(frozen=True)
class Sum:
    """A whole and the parts that make it; no whole where it is never withheld."""

    whole: Path | None
    parts: tuple[Path, ...]

    @property
    def factors(self) -> dict[Path, int]:
        """Each count with its sign, so that all together are always the same."""
        signs = dict.fromkeys(self.parts, 1)
        return signs if self.whole is None else {self.whole: -1, **signs}


@dataclass(frozen=True)
class Rest:
    """A share, rate or middle value and the counts it is made of."""

    told: Path
    made_of: tuple[Path, ...]


def of_block(block: str, relations: Iterable[str]) -> list[str]:
    """A block's relations, their paths beginning at the figures."""
    found = []
    for relation in relations:
        between, by = (" = ", " + ") if " = " in relation else (" from ", ", ")
        whole, _, parts = relation.partition(between)
        named = [_in_block(block, one) for one in (whole, *parts.split(by))]
        found.append(f"{named[0]}{between}{by.join(named[1:])}")
    return found


def _in_block(block: str, path: str) -> str:
    mark = NOT_PRINTED if path.startswith(NOT_PRINTED) else ""
    return f"{mark}{block}.{path.strip().removeprefix(NOT_PRINTED)}"


def sums(
    figures: dict, relations: Iterable[str], may_change: set[Path]
) -> tuple[list[Sum], dict[Path, int]]:
    """The sums that hold in these figures, and every count in them, those not printed too.

    Only of counts that may be withheld. A relation whose whole is not known, or that these
    figures do not bear out, is left out: nothing can be worked out by it.
    """
    found: list[Sum] = []
    counts: dict[Path, int] = {}
    for relation in relations:
        whole, equals, parts = relation.partition(" = ")
        if equals:
            found += _sums(figures, whole, parts.split(" + "), counts, may_change)
    return found, counts


def rests(figures: dict, relations: Iterable[str]) -> Iterator[Rest]:
    """Each share, rate and middle value with what it is made of."""
    for relation in relations:
        told, made, of = relation.partition(" from ")
        if made:
            for path, bound in matching(figures, told):
                named = [_paths(figures, one, bound) for one in of.split(", ")]
                yield Rest(path, tuple(path for paths in named for path in paths))


def _sums(
    figures: dict, whole: str, parts: list[str], counts: dict[Path, int], may_change: set[Path]
) -> Iterator[Sum]:
    for path, bound in _wholes(figures, whole):
        paths = [one for part in parts for one in _paths(figures, part, bound)]
        known = {one: n for one in paths if (n := _count(figures, one, counts)) is not None}
        value = counts.get(path, _count(figures, path, counts))
        if path[0] == NOT_PRINTED and value is None:
            value = sum(known.values())  # the first line that tells of it
        if value is None:
            continue
        hidden = [one for one in paths if one[0] == NOT_PRINTED and one not in known]
        left = value - sum(known.values())
        if left < 0 or (left and not hidden) or len(hidden) > 1 or not (known or hidden):
            continue
        free = {n: m for n, m in known.items() if n[0] == NOT_PRINTED or n in may_change}
        if path[0] == NOT_PRINTED or path in may_change:
            counts.update({path: value, **free, **dict.fromkeys(hidden, left)})
            yield Sum(path, (*free, *hidden))
        elif free:  # the whole is told in any case, as posts of staff are
            counts.update({**free, **dict.fromkeys(hidden, left)})
            yield Sum(None, (*free, *hidden))


def _wholes(figures: dict, whole: str) -> Iterator[tuple[Path, Bound]]:
    if whole.startswith(NOT_PRINTED):
        return iter([(_not_printed(whole, {}), {})])
    return matching(figures, whole)


def _paths(figures: dict, part: str, bound: Bound) -> list[Path]:
    for name, key in bound.items():
        part = part.replace(f"{{{name}}}", key)
    if part.startswith(NOT_PRINTED):
        return [_not_printed(part, bound)]
    return [path for path, _ in matching(figures, part)]


def _not_printed(part: str, bound: Bound) -> Path:
    return (NOT_PRINTED, *part.removeprefix(NOT_PRINTED).split("."))


def _count(figures: Any, path: Path, counts: dict[Path, int] | None = None) -> int | None:
    if path[0] == NOT_PRINTED:
        return (counts or {}).get(path)
    value = at(figures, path)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
