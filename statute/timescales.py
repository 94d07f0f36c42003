"""When a duty is due, why, and how far off that is."""

from statute.duties.answers import Deadline, Explanation
from statute.duties.counting import deadline
from statute.duties.distances import distance
from statute.duties.explaining import explain
from statute.duties.outcome_form import LONDON, explain_outcome_form, outcome_form_due_at

__all__ = [
    "LONDON",
    "Deadline",
    "Explanation",
    "deadline",
    "distance",
    "explain",
    "explain_outcome_form",
    "outcome_form_due_at",
]
