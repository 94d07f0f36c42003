"""The figures of the annual report month by month, over any months, of everybody or somebody."""

from dataclasses import dataclass

from cohort.models import Council
from reporting.monthly.caseloads import caseloads
from reporting.monthly.clocks import forms_owed, midway_checks, records_owed
from reporting.monthly.disputes import concerns
from reporting.monthly.month import Month, summed
from reporting.monthly.reviews import held, taking_part, why_late
from reporting.monthly.span import Span
from reporting.monthly.whose import Whose

__all__ = ["Month", "Monthly", "Span", "Whose", "monthly", "summed", "why_late"]


@dataclass(frozen=True)
class Monthly:
    """Each measure's months, the earliest first."""

    span: Span
    reviews: list[Month]
    taking_part: list[Month]
    forms: list[Month]
    records: list[Month]
    checks: list[Month]
    caseloads: list[Month]
    disputes: list[Month]


def monthly(span: Span, whose: Whose, council: Council) -> Monthly:
    """Every measure of the months, in a fixed number of queries however many months and rows.

    Unit and source: each measure's own. The months of a recorded year add up to its figures.
    """
    return Monthly(
        span,
        held(span, whose, council),
        taking_part(span, whose, council),
        forms_owed(span, whose, council),
        records_owed(span, whose, council),
        midway_checks(span, whose, council),
        # A team's children have the IROs of the whole service.
        [] if whose.team else caseloads(span, whose.iro, council),
        concerns(span, whose),
    )
