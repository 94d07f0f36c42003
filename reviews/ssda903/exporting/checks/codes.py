"""Codes that the return of the year does not know: DfE would not take the file."""

from django.db.models import QuerySet

from cohort.codes import Sex
from cohort.models import Child
from reviews.ssda903.exporting.checks.check import Check, Severity, to_care, to_facts
from reviews.ssda903.exporting.codes import NEW_SEX, placements_unknown_in
from reviews.ssda903.exporting.of_year import by_reference, children_of, episodes_of
from statute.reporting_year import ReportingYear


def _of_no_known_sex(year: ReportingYear) -> QuerySet:
    if year >= NEW_SEX:
        return Child.objects.none()
    return children_of(year).filter(sex=Sex.UNKNOWN).order_by(by_reference())


def _in_no_known_placement(year: ReportingYear) -> QuerySet:
    unknown = episodes_of(year).filter(placement__in=placements_unknown_in(year))
    in_order = unknown.order_by(by_reference("period", "child"), "started_on", "pk")
    return in_order.select_related("period__child")


CODES = (
    Check(
        "sex",
        Severity.BLOCKS,
        "Children whose sex is not known",
        "Until 2023-24 the return knows male and female only: correct the child’s facts.",
        "101",
        _of_no_known_sex,
        lambda child: to_facts(child, "The sex is not known."),
    ),
    Check(
        "placement",
        Severity.BLOCKS,
        "Placements with a code of another year",
        "H5 and P2 end and K3 begins with 2024-25; Z1 becomes Z11 to Z14 with 2025-26: correct "
        "the episode.",
        "146",
        _in_no_known_placement,
        lambda episode: to_care(
            episode,
            f"The placement from {episode.started_on:%-d %B %Y} is {episode.placement}.",
        ),
    ),
)
