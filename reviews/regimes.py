"""Under which rules a child is reviewed, told from the episodes of their period of care."""

from datetime import date
from typing import NamedTuple

from cohort.codes import PLACED_FOR_ADOPTION, SHORT_BREAKS, LegalStatus
from cohort.models import Episode, PeriodOfCare

# A new episode for one of these reasons leaves the child with the same carer.
SAME_CARER = ("L", "T", "U")


class Regime(NamedTuple):
    """A regime of statute.schedule, and the day its clock began."""

    name: str
    counted_from: date


def regime_of(period: PeriodOfCare, on: date) -> Regime:
    """The regime of a period of care on a day, by its latest episode that had begun."""
    episodes = list(period.episodes.filter(started_on__lte=on).order_by("started_on", "pk"))
    if not episodes:
        return Regime("ordinary", period.started_on)
    now = episodes[-1]
    if now.placement in PLACED_FOR_ADOPTION:
        return Regime("placed_for_adoption", _placed_on(episodes))
    if now.legal_status == LegalStatus.E1:
        return Regime("authorised_for_adoption", _since(episodes, _under_placement_order))
    if now.legal_status in SHORT_BREAKS:
        return Regime("short_breaks", _since(episodes, _in_short_breaks))
    begun = _since(episodes, lambda episode: not _in_short_breaks(episode))
    # Before the first episode nothing is known, so care counts from the start of the period.
    return Regime("ordinary", period.started_on if begun == episodes[0].started_on else begun)


def _under_placement_order(episode: Episode) -> bool:
    return episode.legal_status == LegalStatus.E1


def _in_short_breaks(episode: Episode) -> bool:
    return episode.legal_status in SHORT_BREAKS


def _since(episodes: list[Episode], holds) -> date:
    """The day the unbroken run of episodes began for which it still holds."""
    began = episodes[-1].started_on
    for episode in reversed(episodes):
        if not holds(episode):
            break
        began = episode.started_on
    return began


def _placed_on(episodes: list[Episode]) -> date:
    """The day the child came to these adopters: a move to others starts afresh."""
    began = episodes[-1]
    for before in reversed(episodes[:-1]):
        if before.placement not in PLACED_FOR_ADOPTION or began.reason_new not in SAME_CARER:
            break
        began = before
    return began.started_on
