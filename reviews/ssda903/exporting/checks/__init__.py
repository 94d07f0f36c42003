"""A return is looked through before it is written; each finding says where it is put right."""

from reviews.ssda903.exporting.checks.care import CARE
from reviews.ssda903.exporting.checks.check import Check, Finding, Severity
from reviews.ssda903.exporting.checks.codes import CODES
from reviews.ssda903.exporting.checks.facts import FACTS
from reviews.ssda903.exporting.checks.reviews import REVIEWS
from statute.reporting_year import ReportingYear

CHECKS = (*CODES, *REVIEWS, *CARE, *FACTS)

__all__ = ["CHECKS", "Check", "Finding", "Severity", "counted", "what_blocks"]


def counted(year: ReportingYear) -> list[tuple[Check, int]]:
    """The checks that found something, and how many records, the gravest first."""
    numbers = [(check, check.at_fault(year).count()) for check in CHECKS]
    return [(check, number) for check, number in numbers if number]


def what_blocks(found: list[tuple[Check, int]]) -> list[tuple[Check, int]]:
    """Those with which the return cannot be handed in."""
    return [(check, number) for check, number in found if check.severity is Severity.BLOCKS]
