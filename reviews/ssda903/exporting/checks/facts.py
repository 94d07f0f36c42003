"""Facts of a child that the return asks for."""

from django.db.models import F, QuerySet

from cohort.codes import Sex
from reviews.ssda903.exporting.checks.check import Check, Severity, to_facts
from reviews.ssda903.exporting.of_year import beyond_short_breaks, by_reference, children_of
from statute.reporting_year import ReportingYear


def _not_asked(year: ReportingYear) -> QuerySet:
    """Girls of whom it is not known whether they are mothers; of short breaks alone none is."""
    girls = children_of(year).filter(sex=Sex.FEMALE, is_mother__isnull=True)
    return girls.filter(beyond_short_breaks(year)).order_by(by_reference())


def _not_hers(year: ReportingYear) -> QuerySet:
    born = children_of(year).filter(mothers_child_born_on__lte=year.last)
    wrong = born.exclude(is_mother=True) | born.filter(
        mothers_child_born_on__lte=F("date_of_birth")
    )
    return wrong.order_by(by_reference())


FACTS = (
    Check(
        "mother",
        Severity.LOOK,
        "Girls of whom nobody has said whether they are mothers",
        "The return leaves MOTHER empty for them.",
        "393",
        _not_asked,
        lambda child: to_facts(child, "It is not recorded whether she is a mother."),
    ),
    Check(
        "first-child",
        Severity.LOOK,
        "First children who cannot be theirs",
        "Correct who is a mother, or when her child was born.",
        "612, 621",
        _not_hers,
        lambda child: to_facts(
            child,
            f"A child born on {child.mothers_child_born_on:%-d %B %Y} is recorded as the first.",
        ),
    ),
)
