"""What periods of care, their episodes and the IROs add to a child's timeline."""

from cohort.models import Allocation, Episode, PeriodOfCare
from reviews.events import Event

WHAT_CHANGED = {
    "S": "First placement",
    "L": "Legal status changed",
    "P": "Moved to a new placement and carer",
    "T": "Placement changed, same carer",
    "B": "Legal status, placement and carer changed",
    "U": "Legal status and placement changed, same carer",
}


def of_period(period: PeriodOfCare):
    """The period begun and ended, and every episode of it."""
    before = period.get_status_before_display()
    text = f"Status before: {before.lower()}."
    if period.district:
        text += f" Lived in {period.district}."
    for episode in sorted(period.episodes.all(), key=lambda one: one.started_on):
        yield _of_episode(episode)
    yield Event(period.started_on, "moves", "Became looked after", text)
    if period.ended_on:
        why = f"{period.get_reason_ended_display()}."
        yield Event(period.ended_on, "moves", "Stopped being looked after", why)


def _of_episode(episode: Episode) -> Event:
    text = f"{episode.get_legal_status_display()}. {episode.get_placement_display()}."
    return Event(episode.started_on, "moves", WHAT_CHANGED[episode.reason_new], text)


def of_allocation(allocation: Allocation, *, first: bool) -> Event:
    """The child given an IRO, or another one."""
    title = f"{allocation.iro} became the IRO" if first else f"{allocation.iro} took over as IRO"
    return Event(allocation.started_on, "moves", title, allocation.reason)
