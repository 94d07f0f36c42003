"""Who and what a year's return tells of."""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Collate

from cohort.codes import SHORT_BREAKS
from cohort.models import Child, Episode
from cohort.querysets import ChildQuerySet, EpisodeQuerySet
from reviews.models import Review
from reviews.querysets.reviews import ReviewQuerySet
from statute.reporting_year import ReportingYear


def episodes_of(year: ReportingYear) -> EpisodeQuerySet:
    """Episodes in force on any day of the year; one that ended on 1 April is still told of."""
    begun = Episode.objects.filter(started_on__lte=year.last)
    return begun.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=year.first))


def children_of(year: ReportingYear) -> ChildQuerySet:
    """Children with an episode in the year."""
    return Child.objects.filter(_has(episodes_of(year), "pk"))


def beyond_short_breaks(year: ReportingYear, child: str = "pk") -> Exists:
    """Whether the child that `child` leads to had more in the year than short breaks.

    Source: rule 399, which asks of V3 and V4 alone neither reviews nor mothers.
    """
    return _has(episodes_of(year).exclude(legal_status__in=SHORT_BREAKS), child)


def reviews_held_in(year: ReportingYear) -> ReviewQuerySet:
    """Reviews held in the year and not recorded in error, of whomever and however."""
    return Review.objects.held_between(year.first, year.last)


def by_reference(*path: str):
    """The order of every table: by CHILD, in the same way on every machine."""
    return Collate(F("__".join((*path, "reference"))), "C")


def _has(episodes: EpisodeQuerySet, child: str) -> Exists:
    return Exists(episodes.filter(period__child=OuterRef(child)))
