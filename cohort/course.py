"""A child's time in care as it reads down a page: episodes, gaps, and what contradicts itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from cohort.codes import SHORT_BREAKS
from cohort.corrections import misfit
from cohort.models import Child, Episode, PeriodOfCare


@dataclass(frozen=True)
class Row:
    """An episode, or where `episode` is None a stretch for which nothing is recorded."""

    started_on: date
    ended_on: date | None
    episode: Episode | None = None
    misfit: str = ""
    is_first: bool = False


@dataclass(frozen=True)
class Stretch:
    """A period of care with its episodes, the newest first."""

    period: PeriodOfCare
    rows: list[Row] = field(default_factory=list)

    @property
    def only_short_breaks(self) -> bool:
        """Whether the child does not count as looked after in it."""
        statuses = {row.episode.legal_status for row in self.rows if row.episode}
        return bool(statuses) and statuses <= set(SHORT_BREAKS)


def course_of(child: Child) -> list[Stretch]:
    """The child's periods of care with their episodes, the newest first; two queries."""
    periods = child.periods.select_related("district").prefetch_related("episodes")
    return [Stretch(period, list(_rows(period))[::-1]) for period in periods]


def _rows(period: PeriodOfCare) -> Iterator[Row]:
    """The earliest first."""
    episodes = sorted(period.episodes.all(), key=lambda one: (one.started_on, one.pk))
    if not episodes:
        return
    first = episodes[0]
    if first.started_on > period.started_on:
        yield Row(period.started_on, first.started_on)
    yield Row(first.started_on, first.ended_on, first, is_first=True)
    for before, after in pairwise(episodes):
        if before.ended_on and before.ended_on < after.started_on:
            yield Row(before.ended_on, after.started_on)
        yield Row(after.started_on, after.ended_on, after, misfit(before, after))
    last = episodes[-1]
    if last.ended_on and last.ended_on != period.ended_on:
        yield Row(last.ended_on, period.ended_on)
