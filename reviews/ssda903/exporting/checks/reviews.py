"""Reviews held in the year that would fail a rule of the return, and wait outside it."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from reviews.models import Review
from reviews.ssda903.exporting.checks.check import Check, Finding, Severity, to_review
from reviews.ssda903.exporting.in_return import of_no_episode, of_the_wrong_age, without_code
from reviews.ssda903.exporting.of_year import by_reference, reviews_held_in
from statute.reporting_year import ReportingYear

CLOSE = timedelta(days=7)


def _in_order(reviews: QuerySet) -> QuerySet:
    return reviews.select_related("child").order_by(by_reference("child"), "held_on", "pk")


def _soon_after_another(year: ReportingYear) -> QuerySet:
    another = Review.objects.held().filter(
        child=OuterRef("child"),
        held_on__lt=OuterRef("held_on"),
        held_on__gte=OuterRef("held_on") - CLOSE,
    )
    return reviews_held_in(year).filter(Exists(another))


def _told(of: str, rest: str):
    """The sentence about a review: whatever it is, it names the day."""

    def tell(review: Review) -> Finding:
        day = f"{review.held_on:%-d %B %Y}"
        return to_review(review, f"{of} {day} {rest}".format(code=review.participation_code))

    return tell


REVIEWS = (
    Check(
        "participation",
        Severity.HELD_BACK,
        "Reviews without a participation code",
        "Record how the child took part.",
        "167",
        lambda year: _in_order(without_code(year)),
        _told("The review of", "has no participation code."),
    ),
    Check(
        "age",
        Severity.HELD_BACK,
        "Participation codes that are not for the child’s age",
        "PN0 is for a child under 4, PN1 to PN7 from the 4th birthday: correct the code or the "
        "date of birth.",
        "440, 441",
        lambda year: _in_order(of_the_wrong_age(year)),
        _told("The review of", "has {code}, which is not for the child’s age on that day."),
    ),
    Check(
        "no-episode",
        Severity.HELD_BACK,
        "Reviews of children without an episode in the year",
        "The return would not name the child: enter the episode of that time.",
        "1012, INT08",
        lambda year: _in_order(of_no_episode(year)),
        _told("The review of", "is of a child with no episode in the year."),
    ),
    Check(
        "close",
        Severity.LOOK,
        "Reviews within a week of another",
        "If one was entered twice, record one of them as in error. Both are in the return.",
        "none: the return does not ask",
        lambda year: _in_order(_soon_after_another(year)),
        _told("The review of", "is within a week of the one before."),
    ),
)
