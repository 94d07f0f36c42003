"""Reviews, what is written about them, and the reminders owed."""

from reviews.models.draft import Draft
from reviews.models.notice import Notice
from reviews.models.outcome_form import Decision, OutcomeForm
from reviews.models.record import Record
from reviews.models.review import Review

__all__ = ["Decision", "Draft", "Notice", "OutcomeForm", "Record", "Review"]
