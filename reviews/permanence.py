"""Whether a child has the plan for permanence that is expected by the second review."""

from reviews.codes import Permanence
from reviews.models import Review
from reviews.querysets import BEFORE_PERMANENCE

NO_PLAN = "The law expects a plan for permanence by the second review"


def is_expected(review: Review) -> bool:
    """Whether there is to be a plan at this review: from the second on, short breaks apart."""
    return review.rule not in BEFORE_PERMANENCE


def why_flagged(review: Review, permanence_plan: str) -> str:
    """The sentence for a review at which there was still no plan; else ''."""
    return NO_PLAN if permanence_plan == Permanence.NONE_YET and is_expected(review) else ""
