"""What brought a concern up, and the words that are known of it already."""

from dataclasses import dataclass
from datetime import date

from disputes.codes import Theme
from disputes.models import Dispute
from iro_service.templatetags.house import day as in_words
from reviews.models import Decision, OutcomeForm, Review


@dataclass(frozen=True)
class About:
    """The review, the decision or the closed dispute that a new one goes back to."""

    review: Review | None = None
    decision: Decision | None = None
    earlier: Dispute | None = None

    @property
    def came_up_on(self) -> date | None:
        """The day before which it cannot have been raised, None where nothing says."""
        review = self.decision.review if self.decision else self.review
        day = review and review.held_on
        return day or (self.earlier and self.earlier.closed_on)

    @property
    def known(self) -> dict:
        """The answers that are known already, in the words somebody wrote."""
        if self.decision:
            return _known_of_decision(self.decision)
        if self.earlier:
            names = ("theme", "text", "wanted", "impact", "urgency")
            return {name: getattr(self.earlier, name) for name in names}
        return {"text": _concern_of(self.review)} if self.review else {}


def _known_of_decision(decision: Decision) -> dict:
    review = decision.review
    decided = f"Decided at the review of {in_words(review.held_on)}: {decision.text.strip()}"
    by = f"{decision.owner} was to do it by {in_words(decision.by_when)}."
    became = f" {decision.get_outcome_display()}." if decision.outcome else ""
    why = f" {decision.outcome_why}" if decision.outcome_why else ""
    return {
        "theme": Theme.DECISIONS,
        "text": f"{decided}\n{by}{became}{why}",
        "wanted": f"That the decision is carried out: {decision.text.strip()}",
    }


def _concern_of(review: Review) -> str:
    form = OutcomeForm.objects.filter(review=review).only("concern").first()
    return form.concern if form else ""
