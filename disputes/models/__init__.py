"""Disputes, their ladder, their log, and good practice."""

from disputes.models.dispute import Dispute
from disputes.models.good_practice import GoodPractice
from disputes.models.ladder import FORMAL_DAYS, Ladder, Stage
from disputes.models.step import AgreedAction, Step

__all__ = ["FORMAL_DAYS", "AgreedAction", "Dispute", "GoodPractice", "Ladder", "Stage", "Step"]
