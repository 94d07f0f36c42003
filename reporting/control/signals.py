"""What is more than chance: a month outside the limits, a long run on one side, a long climb.

Three of the rules for special causes that go back to Shewhart and the Western Electric handbook,
as NHS England's Making Data Count teaches them; the run is of eight, the handbook's own number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from reporting.control.limits import Limits

LONG_RUN = 8  # months on one side of the mean
LONG_TREND = 6  # months each above, or each below, the one before
Value = float | None
Span = tuple[int, int]
ROUNDING = 1e-9  # a month exactly on a limit is within it, however the division came out


class Why(Enum):
    """The rule that a month, or a row of them, falls under."""

    ABOVE = "above"
    BELOW = "below"
    RUN_ABOVE = "run_above"
    RUN_BELOW = "run_below"
    RISING = "rising"
    FALLING = "falling"


@dataclass(frozen=True)
class Signal:
    """What chance does not explain: which rule, from which month to which, both included."""

    why: Why
    first: int
    last: int


def signals(values: Sequence[Value], limits: Limits | None) -> list[Signal]:
    """Every signal among the months, the earliest first; none without limits.

    A month that is not known ends a run, and so does one exactly on the mean. Source: the
    module's own words.
    """
    if limits is None:
        return []
    found = [*_outside(values, limits), *_runs(values, limits.mean), *_trends(values)]
    return sorted(found, key=lambda one: (one.first, one.last))


def _outside(values: Sequence[Value], limits: Limits) -> Iterator[Signal]:
    for n, (value, band) in enumerate(zip(values, limits.each, strict=True)):
        if value is None or band is None:
            continue
        if value < band[0] - ROUNDING:
            yield Signal(Why.BELOW, n, n)
        elif value > band[1] + ROUNDING:
            yield Signal(Why.ABOVE, n, n)


def _runs(values: Sequence[Value], mean: float) -> Iterator[Signal]:
    sides = [0 if value is None else _sign(value - mean) for value in values]
    for side, (first, last) in _stretches(sides):
        if last - first + 1 >= LONG_RUN:
            yield Signal(Why.RUN_ABOVE if side > 0 else Why.RUN_BELOW, first, last)


def _trends(values: Sequence[Value]) -> Iterator[Signal]:
    steps = [0 if None in (a, b) else _sign(b - a) for a, b in pairwise(values)]
    for way, (first, last) in _stretches(steps):
        if last - first + 2 >= LONG_TREND:  # one month more than steps between them
            yield Signal(Why.RISING if way > 0 else Why.FALLING, first, last + 1)


def _stretches(signs: Sequence[int]) -> Iterator[tuple[int, Span]]:
    """Each stretch of the same sign, nought left out, with its first and last place."""
    first = 0
    for n, sign in enumerate(signs):
        if sign != signs[first]:
            first = n
        if sign and (n + 1 == len(signs) or signs[n + 1] != sign):
            yield sign, (first, n)


def _sign(number: float) -> int:
    return 0 if abs(number) < ROUNDING else 1 if number > 0 else -1
