"""Facts of a child that the return asks for."""

from django.db.models import Exists, F, OuterRef, QuerySet

from cohort.codes import SHORT_BREAKS, ReasonNew, Sex
from reviews.ssda903.exporting.checks.check import Check, Severity, to_facts
from reviews.ssda903.exporting.of_year import (
    beyond_short_breaks,
    by_reference,
    children_of,
    episodes_of,
)
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


def _of_no_number(year: ReportingYear) -> QuerySet:
    return children_of(year).filter(upn="").order_by(by_reference())


def _not_told_before(year: ReportingYear) -> QuerySet:
    """Children who began to be looked after in the year, with nothing on how they had left care."""
    began = episodes_of(year).filter(
        period__child=OuterRef("pk"), reason_new=ReasonNew.S, started_on__gte=year.first
    )
    beyond = began.exclude(legal_status__in=SHORT_BREAKS)
    untold = children_of(year).filter(Exists(beyond), previous_permanence__isnull=True)
    return untold.order_by(by_reference())


FACTS = (
    Check(
        "upn",
        Severity.LOOK,
        "Children without a unique pupil number",
        "Enter the number, or UN1 to UN5 where there is none.",
        "442",
        _of_no_number,
        lambda child: to_facts(child, "There is no unique pupil number."),
    ),
    Check(
        "previous-permanence",
        Severity.LOOK,
        "Children newly looked after, with nothing on how they had left care before",
        "PrevPerm is asked for whoever began to be looked after in the year.",
        "630",
        _not_told_before,
        lambda child: to_facts(child, "It is not recorded whether and how care ended before."),
    ),
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
