"""Episodes that do not follow on from one another, or leave something out."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cohort.codes import SHORT_BREAKS, Placement, ReasonEnded, ReasonNew
from cohort.models import Episode
from reviews.ssda903.exporting.checks.check import Check, Severity, to_care
from reviews.ssda903.exporting.of_year import by_reference, episodes_of
from statute.reporting_year import ReportingYear

# Where the child is for a while or in no registered place, nobody is asked who provides it.
NO_PROVIDER = (
    Placement.T0,
    Placement.T1,
    Placement.T2,
    Placement.T3,
    Placement.T4,
    Placement.Z1,
    Placement.Z11,
    Placement.Z12,
    Placement.Z13,
    Placement.Z14,
)


def _in_order(episodes: QuerySet) -> QuerySet:
    in_order = episodes.order_by(by_reference("period", "child"), "started_on", "pk")
    return in_order.select_related("period__child")


def _said_to_go_on(year: ReportingYear) -> QuerySet:
    """Episodes that ended in the year although care went on, with none from that day."""
    others = Episode.objects.filter(period=OuterRef("period"))
    next_one = Exists(others.filter(started_on=OuterRef("ended_on")).exclude(pk=OuterRef("pk")))
    went_on = episodes_of(year).filter(reason_ended=ReasonEnded.X1, ended_on__lte=year.last)
    return went_on.exclude(next_one)


def _last_said_to_go_on(year: ReportingYear) -> QuerySet:
    return _in_order(_said_to_go_on(year).exclude(_LATER))


def _before_a_gap(year: ReportingYear) -> QuerySet:
    return _in_order(_said_to_go_on(year).filter(_LATER))


_LATER = Exists(
    Episode.objects.filter(period=OuterRef("period"), started_on__gt=OuterRef("ended_on"))
)


def _first_without_start(year: ReportingYear) -> QuerySet:
    earlier = Episode.objects.filter(
        period=OuterRef("period"), started_on__lt=OuterRef("started_on")
    )
    begun = episodes_of(year).filter(started_on__gte=year.first)
    return _in_order(begun.exclude(reason_new=ReasonNew.S).exclude(Exists(earlier)))


def _without_need_or_provider(year: ReportingYear) -> QuerySet:
    no_provider = Q(provider="") & ~Q(placement__in=NO_PROVIDER)
    return _in_order(episodes_of(year).filter(Q(need="") | no_provider))


def _without_postcodes(year: ReportingYear) -> QuerySet:
    """Episodes with a postcode left out; of an unaccompanied child no home is asked for."""
    no_home = Q(home_postcode="", period__child__unaccompanied=False)
    asked = episodes_of(year).exclude(legal_status__in=SHORT_BREAKS)
    return _in_order(asked.filter(no_home | Q(placement_postcode="")))


CARE = (
    Check(
        "goes-on",
        Severity.LOOK,
        "Episodes that say care goes on, with none after them",
        "Enter the episode that followed, or how care ended.",
        "388",
        _last_said_to_go_on,
        lambda episode: to_care(
            episode,
            f"The episode that ended on {episode.ended_on:%-d %B %Y} says that another begins.",
        ),
    ),
    Check(
        "gap",
        Severity.LOOK,
        "Gaps between episodes",
        "Within a period of care an episode begins on the day the one before it ended.",
        "388",
        _before_a_gap,
        lambda episode: to_care(
            episode, f"No episode begins on {episode.ended_on:%-d %B %Y}, when one ended."
        ),
    ),
    Check(
        "start",
        Severity.LOOK,
        "First episodes that do not start a period of care",
        "The first episode’s reason is S, unless an earlier one is missing: enter that one.",
        "357",
        _first_without_start,
        lambda episode: to_care(
            episode,
            f"The first episode, from {episode.started_on:%-d %B %Y}, has the reason "
            f"{episode.reason_new}.",
        ),
    ),
    Check(
        "provider",
        Severity.LOOK,
        "Episodes without need or provider",
        "Say what the child’s need is and who provides the placement.",
        "145, 526",
        _without_need_or_provider,
        lambda episode: to_care(
            episode,
            f"The episode from {episode.started_on:%-d %B %Y} has no "
            f"{'provider' if episode.need else 'category of need'}.",
        ),
    ),
    Check(
        "postcode",
        Severity.LOOK,
        "Episodes without postcodes",
        "The return asks where home is and where the child is placed.",
        "392",
        _without_postcodes,
        lambda episode: to_care(
            episode,
            f"The episode from {episode.started_on:%-d %B %Y} has not both postcodes.",
        ),
    ),
)
