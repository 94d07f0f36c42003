"""A measure's months, judged: what is chance, and what is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.control import (
    Limits,
    Signal,
    Why,
    counts_limits,
    known,
    said,
    shares_limits,
    signals,
)
from reporting.monthly import Month
from reporting.monthly.span import YEAR

OUTSIDE = {Why.ABOVE, Why.BELOW}
Part = tuple[int, int] | None


@dataclass(frozen=True)
class Judged:
    """The months drawn with their values, their limits, and what the limits tell."""

    months: list[Month]
    values: list[float | None]
    limits: Limits | None
    found: list[Signal]
    by: str  # which months the limits come from

    @property
    def running(self) -> set[int]:
        """The places of the months that are not judged yet."""
        return {n for n, month in enumerate(self.months) if month.running}

    @property
    def special(self) -> set[int]:
        """The places of the months outside the limits."""
        return {one.first for one in self.found if one.why in OUTSIDE}

    @property
    def long(self) -> set[int]:
        """The places of the months in a long run or climb."""
        rest = [one for one in self.found if one.why not in OUTSIDE]
        return {n for one in rest for n in range(one.first, one.last + 1)}

    @property
    def says(self) -> list[str]:
        """What there is to say of them, in sentences."""
        if not any(value is not None for value in self.values):
            return []
        return said(self.found, self.limits, [month.name for month in self.months])

    @property
    def latest(self) -> tuple[Month, float] | None:
        """The last month that is over and known, with its value."""
        pairs = zip(self.months, self.values, strict=True)
        done = [(m, value) for m, value in pairs if value is not None and not m.running]
        return done[-1] if done else None


def judged_shares(months: Sequence[Month], drawn: int, part: str, whole: str) -> Judged:
    """The last `drawn` of the months by the share of part in whole; the others came before them."""
    parts = [_part(month, part, whole) for month in months]
    before, own = parts[:-drawn], parts[-drawn:]
    shown = list(months[-drawn:])
    values = [100 * one[0] / one[1] if one and one[1] else None for one in own]
    enough = known(before[-YEAR:]) >= YEAR
    judges = before if enough else _over(shown, own)
    limits = shares_limits(own, judges)
    found = signals(_over(shown, values), limits)
    return Judged(shown, values, limits, found, _by(months[:-drawn], enough))


def judged_counts(months: Sequence[Month], drawn: int, name: str) -> Judged:
    """The last `drawn` of the months by a count; the others came before them."""
    counts = [month[name] for month in months]
    before, own = counts[:-drawn], counts[-drawn:]
    shown = list(months[-drawn:])
    enough = sum(one is not None for one in before[-YEAR:]) >= YEAR
    limits = counts_limits(own, before if enough else _over(shown, own))
    found = signals(_over(shown, own), limits)
    return Judged(shown, own, limits, found, _by(months[:-drawn], enough))


def _part(month: Month, part: str, whole: str) -> Part:
    return None if month[whole] is None else (month[part], month[whole])


def _over(months: Sequence[Month], values: Sequence) -> list:
    """The values of the months that are over: one still running says nothing yet."""
    return [None if month.running else value for month, value in zip(months, values, strict=True)]


def _by(before: Sequence[Month], enough: bool) -> str:
    if enough:
        return f"the months before: {before[0].name} to {before[-1].name}"
    return "these months themselves"
