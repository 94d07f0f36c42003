"""The facts about a child that matter in a review."""

from dataclasses import dataclass
from datetime import date

from cohort.models import Allocation, CaseHolding, Child, Cover, Episode, PeriodOfCare
from reviews.models import Review
from statute.ages import age_on

# A change of these kinds leaves the other half of an episode as it was.
ONLY_LEGAL_STATUS = ("L",)
ONLY_PLACEMENT = ("P", "T")
MARKS = 8


@dataclass(frozen=True)
class Facts:
    """Where a child stands on a day; what is not known is None."""

    age: int
    period: PeriodOfCare | None
    episode: Episode | None
    placed_since: date | None
    status_since: date | None
    holding: CaseHolding | None
    allocation: Allocation | None
    cover: Cover | None
    child: Child

    @property
    def status_words(self) -> str:
        """The legal status and since when; empty where no episode is recorded."""
        if self.episode is None:
            return ""
        return _with_since(self.episode.get_legal_status_display(), self.status_since)

    @property
    def placement_words(self) -> str:
        """The placement and since when; empty where no episode is recorded."""
        if self.episode is None:
            return ""
        return _with_since(self.episode.get_placement_display(), self.placed_since)

    @property
    def iro_words(self) -> str:
        """The IRO, since when, and who covers for them today."""
        if self.allocation is None:
            return ""
        words = _with_since(str(self.allocation.iro), self.allocation.started_on)
        return f"{words}; {self.cover.covered_by} covers" if self.cover else words

    @property
    def unaccompanied_words(self) -> str:
        """Whether the child is an asylum-seeking child on their own, and until when."""
        until = self.child.unaccompanied_until
        return f"Yes, until {until:%-d %B %Y}" if until else "Yes"


def facts_of(child: Child, *, on: date) -> Facts:
    """Where the child stands on the day, from five queries."""
    period = child.periods.in_force(on=on).select_related("district").first()
    episodes = list(period.episodes.filter(started_on__lte=on).latest_first()) if period else []
    episode = episodes[0] if episodes else None
    allocation = child.allocations.in_force(on=on).select_related("iro").first()
    return Facts(
        age=age_on(child.date_of_birth, on),
        period=period,
        episode=episode,
        placed_since=_since(episodes, ONLY_LEGAL_STATUS),
        status_since=_since(episodes, ONLY_PLACEMENT),
        holding=child.case_holdings.in_force(on=on).select_related("team", "worker").first(),
        allocation=allocation,
        cover=_cover(allocation, on),
        child=child,
    )


def _since(episodes: list[Episode], untouched: tuple[str, ...]) -> date | None:
    """The day of the newest episode that changed it; the episodes come newest first."""
    changed = [one.started_on for one in episodes if one.reason_new not in untouched]
    return changed[0] if changed else None


def _cover(allocation: Allocation | None, on: date) -> Cover | None:
    if allocation is None:
        return None
    return allocation.iro.absences.in_force(on=on).select_related("covered_by").first()


def participation_marks(child: Child) -> list[Review]:
    """The child's last held reviews, the oldest first, for a row of marks."""
    return list(child.reviews.held().order_by("-held_on")[:MARKS])[::-1]


def _with_since(words: str, since: date | None) -> str:
    return f"{words}, since {since:%-d %B %Y}" if since else words
