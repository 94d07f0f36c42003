"""Something a return is looked through for before it goes out."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from cohort.models import Child
from statute.reporting_year import ReportingYear


class Severity(Enum):
    """What a fault does to the return."""

    BLOCKS = "It cannot be handed in"
    HELD_BACK = "Not in the return until put right"
    LOOK = "To look at"


@dataclass(frozen=True)
class Finding:
    """One record at fault: whose, a sentence, and where it is put right."""

    child: Child
    sentence: str
    href: str


@dataclass(frozen=True)
class Check:
    """One question to all the records of a year at once."""

    name: str  # in addresses
    severity: Severity
    title: str  # what those at fault are, "Reviews without a participation code"
    what_to_do: str
    rules: str  # DfE's numbers
    at_fault: Callable[[ReportingYear], QuerySet]  # in a stable order
    tell: Callable[[Any], Finding]


def to_review(review, sentence: str) -> Finding:
    """About a review, put right on its page."""
    return Finding(review.child, sentence, reverse("review", args=[review.pk]))


def to_care(episode, sentence: str) -> Finding:
    """About an episode, put right on the child's page."""
    child = episode.period.child
    return Finding(child, sentence, reverse("child", args=[child.pk]))


def to_facts(child, sentence: str) -> Finding:
    """About a child's facts."""
    return Finding(child, sentence, reverse("facts_correct", args=[child.pk]))
