"""How far a share or a count varies by chance: the mean, and three standard deviations from it.

The formulae are Shewhart's, of the p-chart and the c-chart. NHS England's Making Data Count shows
boards the same limits. Pure arithmetic: no database, no clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

SIGMAS = 3
FEWEST = 8  # months: fewer say too little of how much months vary
Part = tuple[int, int] | None  # the part and the whole of a month; None where it is not known


@dataclass(frozen=True)
class Limits:
    """The mean of the months a chart is judged by, and each drawn month's lowest and highest."""

    mean: float
    each: tuple[tuple[float, float] | None, ...]  # None where the month has nothing to judge


def shares_limits(months: Sequence[Part], judged_by: Sequence[Part]) -> Limits | None:
    """The limits of each month's share in percent, judged by the mean share of other months.

    Unit: percent, cut to 0 and 100. `months` and `judged_by` hold (part, whole). None where fewer
    than eight months tell the mean. Source: Shewhart's p-chart: p +/- 3 sqrt(p (1 - p) / n), p the
    parts together divided by the wholes together, n the month's own whole.
    """
    told = [one for one in judged_by if one and one[1]]
    if len(told) < FEWEST:
        return None
    mean = sum(part for part, _ in told) / sum(whole for _, whole in told)
    each = []
    for one in months:
        if not one or not one[1]:
            each.append(None)
            continue
        away = SIGMAS * sqrt(mean * (1 - mean) / one[1])
        each.append((max(mean - away, 0.0) * 100, min(mean + away, 1.0) * 100))
    return Limits(mean * 100, tuple(each))


def counts_limits(months: Sequence[int | None], judged_by: Sequence[int | None]) -> Limits | None:
    """The limits of each month's count, judged by the mean count of other months.

    Unit: as counted, never below 0. None where fewer than eight months tell the mean. Source:
    Shewhart's c-chart: c +/- 3 sqrt(c), c the mean count of a month.
    """
    told = [one for one in judged_by if one is not None]
    if len(told) < FEWEST:
        return None
    mean = sum(told) / len(told)
    away = SIGMAS * sqrt(mean)
    band = (max(mean - away, 0.0), mean + away)
    return Limits(mean, tuple(None if one is None else band for one in months))


def known(months: Sequence[Part]) -> int:
    """How many of the months tell a share."""
    return sum(1 for one in months if one and one[1])
