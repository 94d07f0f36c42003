"""The questions asked of what a review brings about."""

from reviews.querysets.audits import AuditActionQuerySet, QualityAuditQuerySet
from reviews.querysets.decision_sheets import DecisionSheetQuerySet
from reviews.querysets.decisions import DecisionQuerySet
from reviews.querysets.footprints import FootprintQuerySet
from reviews.querysets.midway_checks import MidwayCheckQuerySet
from reviews.querysets.of_children import OfChildren, children_of
from reviews.querysets.outcome_forms import BEFORE_PERMANENCE, OutcomeFormQuerySet
from reviews.querysets.recipients import RecipientQuerySet
from reviews.querysets.records import RecordQuerySet
from reviews.querysets.reviews import ReviewQuerySet

__all__ = [
    "BEFORE_PERMANENCE",
    "AuditActionQuerySet",
    "DecisionQuerySet",
    "DecisionSheetQuerySet",
    "FootprintQuerySet",
    "MidwayCheckQuerySet",
    "OfChildren",
    "OutcomeFormQuerySet",
    "QualityAuditQuerySet",
    "RecipientQuerySet",
    "RecordQuerySet",
    "ReviewQuerySet",
    "children_of",
]
