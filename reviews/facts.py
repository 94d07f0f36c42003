"""The facts about a child that matter in a review."""

from dataclasses import dataclass
from datetime import date

from cohort.codes import SHORT_BREAKS
from cohort.models import (
    Allocation,
    CaseHolding,
    Child,
    Cover,
    Episode,
    PeriodOfCare,
    PreviousPermanence,
)
from iro_service.templatetags.house import counted
from iro_service.templatetags.house import day as in_words
from reviews.models import OutcomeForm, Review
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
    plan: OutcomeForm | None
    permanence_before: PreviousPermanence | None

    @property
    def since_words(self) -> str:
        """Since when the child is looked after; said where the true day is not known."""
        if self.period is None:
            return ""
        since = in_words(self.period.started_on)
        return f"{since} or before: the day is not on record" if self.period.began_before else since

    @property
    def plan_words(self) -> str:
        """The plan for permanence as the last outcome form has it; '' where none says."""
        if self.plan is None:
            return ""
        said = in_words(self.plan.review.held_on)
        return f"{self.plan.get_permanence_plan_display()}, at the review of {said}"

    @property
    def in_short_breaks(self) -> bool:
        """Whether the child is in short breaks now."""
        return bool(self.episode and self.episode.legal_status in SHORT_BREAKS)

    @property
    def mother_words(self) -> str:
        """That she is a mother, and since when, where that is on record."""
        born = self.child.mothers_child_born_on
        return f"Yes, her child was born on {in_words(born)}" if born else "Yes"

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
        where = self.episode.get_placement_display()
        if self.episode.miles_from_home is not None:
            where += f", {counted(self.episode.miles_from_home, 'mile')} from home"
        return _with_since(where, self.placed_since)

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
    """Where the child stands on the day, from seven queries."""
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
        plan=_plan(child, on),
        permanence_before=PreviousPermanence.objects.filter(child=child).first(),
    )


def _since(episodes: list[Episode], untouched: tuple[str, ...]) -> date | None:
    """The day of the newest episode that changed it; the episodes come newest first."""
    changed = [one.started_on for one in episodes if one.reason_new not in untouched]
    return changed[0] if changed else None


def _plan(child: Child, on: date) -> OutcomeForm | None:
    """The last form handed in that says which plan there is."""
    said = OutcomeForm.objects.submitted().filter(
        review__child=child, review__held_on__lte=on, review__struck_on__isnull=True
    )
    told = said.exclude(permanence_plan="")
    return told.select_related("review").order_by("-review__held_on").first()


def _cover(allocation: Allocation | None, on: date) -> Cover | None:
    if allocation is None:
        return None
    return allocation.iro.absences.in_force(on=on).select_related("covered_by").first()


def participation_marks(child: Child) -> list[Review]:
    """The child's last held reviews, the oldest first, for a row of marks."""
    return list(child.reviews.held().order_by("-held_on")[:MARKS])[::-1]


def _with_since(words: str, since: date | None) -> str:
    return f"{words}, since {since:%-d %B %Y}" if since else words
