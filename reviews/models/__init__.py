"""Reviews, what is written about them, and the reminders owed."""

from reviews.models.audits import AuditAction, QualityAudit
from reviews.models.before import ChildsPage, Invitation, WrongWords
from reviews.models.decisions import Decision, DecisionSheet
from reviews.models.draft import Draft
from reviews.models.feed import CalendarFeed
from reviews.models.life import Adjournment, PlanChange, ReviewPart, Strike
from reviews.models.notice import Notice
from reviews.models.outcome_form import Correction, OutcomeForm
from reviews.models.oversight import Footprint, MidwayCheck
from reviews.models.recipient import Recipient
from reviews.models.record import Record
from reviews.models.review import Meeting, Review

__all__ = [
    "Adjournment",
    "AuditAction",
    "CalendarFeed",
    "ChildsPage",
    "Correction",
    "Decision",
    "DecisionSheet",
    "Draft",
    "Footprint",
    "Invitation",
    "Meeting",
    "MidwayCheck",
    "Notice",
    "OutcomeForm",
    "PlanChange",
    "QualityAudit",
    "Recipient",
    "Record",
    "Review",
    "ReviewPart",
    "Strike",
    "WrongWords",
]
