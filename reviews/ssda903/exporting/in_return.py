"""Which reviews a return tells of, and which wait until they are put right."""

from django.db.models import DateField, F, Func, Q

from reviews.querysets.reviews import ReviewQuerySet
from reviews.ssda903.exporting.of_year import beyond_short_breaks, children_of, reviews_held_in
from statute.reporting_year import ReportingYear

FOURTH_BIRTHDAY = Func(
    F("child__date_of_birth"),
    template="(%(expressions)s + interval '4 years')::date",
    output_field=DateField(),
)


def in_return(year: ReportingYear) -> ReviewQuerySet:
    """Reviews of the year that no rule of the return has anything against."""
    told = reviews_held_in(year).filter(beyond_short_breaks(year, "child"))
    return told.exclude(participation_code="").exclude(pk__in=of_the_wrong_age(year).values("pk"))


def without_code(year: ReportingYear) -> ReviewQuerySet:
    """Those whose participation is not recorded (rule 167)."""
    return reviews_held_in(year).filter(beyond_short_breaks(year, "child"), participation_code="")


def of_the_wrong_age(year: ReportingYear) -> ReviewQuerySet:
    """Those whose code is not for the child's age on the day (rules 440 and 441).

    On the fourth birthday itself both PN0 and the others pass.
    """
    reviews = reviews_held_in(year).alias(four=FOURTH_BIRTHDAY)
    too_old = Q(participation_code="PN0", held_on__gt=F("four"))
    too_young = Q(participation_code__gt="PN0", held_on__lt=F("four"))
    return reviews.filter(too_old | too_young)


def of_no_episode(year: ReportingYear) -> ReviewQuerySet:
    """Those of children without any episode in the year (rules 1012 and INT08)."""
    return reviews_held_in(year).exclude(child__in=children_of(year).order_by().values("pk"))


def of_short_breaks_only(year: ReportingYear) -> ReviewQuerySet:
    """Those the return does not ask for: of children with V3 and V4 alone (rule 399)."""
    children = children_of(year).exclude(beyond_short_breaks(year))
    return reviews_held_in(year).filter(child__in=children.order_by().values("pk"))
