"""The weighted caseload: children count for more or less by what the council set."""

from datetime import date

from cohort.caseload import COMPLEX_MEANS, Marked, weighted_by_iro
from cohort.models import CaseloadWeights
from reviews.caseloads.to_hold import to_hold

WEIGHTED = (
    "Each child counts for 1, multiplied by a weight for each of these: a brother or sister has "
    "the same IRO; the placement is far from home; the child is complex, which is to say "
    f"{COMPLEX_MEANS}; a review is to be held within four weeks, overdue ones included."
)


def weighted(*, on: date, weights: CaseloadWeights | None = None) -> dict[int | None, Marked]:
    """The children of each IRO on the day and what they count for, in two queries at most.

    Unit: weighted children. Source: as stated in WEIGHTED; None holds those without an IRO.
    """
    return weighted_by_iro(on=on, due=to_hold(on=on), weights=weights)
