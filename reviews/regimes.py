"""Under which rules a child is reviewed, told from the episodes of their period of care."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from cohort.codes import PLACED_FOR_ADOPTION, SHORT_BREAKS, LegalStatus
from cohort.models import PeriodOfCare

# A new episode for one of these reasons leaves the child with the same carer.
SAME_CARER = ("L", "T", "U")


class Regime(NamedTuple):
    """A regime of statute.schedule, and the day its clock began."""

    name: str
    counted_from: date


class Stretch(Protocol):
    """What the rules ask of an episode, be it a row of a model or of an import."""

    @property
    def started_on(self) -> date: ...
    @property
    def reason_new(self) -> str: ...
    @property
    def legal_status(self) -> str: ...
    @property
    def placement(self) -> str: ...


class Due(Protocol):
    """A due day, whatever else is known of it."""

    @property
    def due_on(self) -> date: ...


ADue = TypeVar("ADue", bound=Due)


def regime_of(period: PeriodOfCare, on: date) -> Regime:
    """The regime of a period of care on a day, by its latest episode that had begun."""
    episodes = list(period.episodes.filter(started_on__lte=on).order_by("started_on", "pk"))
    return regime_by(episodes, started_on=period.started_on)


def regime_by(episodes: Sequence[Stretch], *, started_on: date) -> Regime:
    """The regime that the episodes begun so far give, in order; the period began on started_on."""
    if not episodes:
        return Regime("ordinary", started_on)
    now = episodes[-1]
    if now.placement in PLACED_FOR_ADOPTION:
        return Regime("placed_for_adoption", _placed_on(episodes))
    if now.legal_status == LegalStatus.E1:
        return Regime("authorised_for_adoption", _since(episodes, _under_placement_order))
    if now.legal_status in SHORT_BREAKS:
        return Regime("short_breaks", _since(episodes, _in_short_breaks))
    begun = _since(episodes, lambda episode: not _in_short_breaks(episode))
    # Before the first episode nothing is known, so care counts from the start of the period.
    return Regime("ordinary", started_on if begun == episodes[0].started_on else begun)


def held_under(regime: Regime, held: Iterable[date]) -> list[date]:
    """Of the days reviews were held, those that count under the regime, in order."""
    days = sorted({day for day in held if day >= regime.counted_from})
    # A review on the very day the clock began belongs to what was before.
    begun_on_it = regime.name != "ordinary" and days[:1] == [regime.counted_from]
    return days[1:] if begun_on_it else days


def due_by_regimes(
    regime_on: Callable[[date], Regime],
    count: Callable[[Regime], ADue],
    *,
    last: date,
    until: date,
) -> ADue:
    """When the review after `last` is due, changes of regime up to `until` included.

    `last` is the day of the review before, or the day care began.
    """
    regime = regime_on(last)
    due = count(regime)
    # A change after the due day finds that review overdue, and does not rescue it.
    since = regime_on(max(last, min(due.due_on, until)))
    return due if since == regime else count(since)


def _under_placement_order(episode: Stretch) -> bool:
    return episode.legal_status == LegalStatus.E1


def _in_short_breaks(episode: Stretch) -> bool:
    return episode.legal_status in SHORT_BREAKS


def _since(episodes: Sequence[Stretch], holds) -> date:
    """The day the unbroken run of episodes began for which it still holds."""
    began = episodes[-1].started_on
    for episode in reversed(episodes):
        if not holds(episode):
            break
        began = episode.started_on
    return began


def _placed_on(episodes: Sequence[Stretch]) -> date:
    """The day the child came to these adopters: a move to others starts afresh."""
    began = episodes[-1]
    for before in reversed(episodes[:-1]):
        if before.placement not in PLACED_FOR_ADOPTION or began.reason_new not in SAME_CARER:
            break
        began = before
    return began.started_on
