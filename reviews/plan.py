"""A plan and what happened to it: a review cancelled and planned again is still one plan."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from iro_service.templatetags.house import day as in_words
from reviews.models import Adjournment, PlanChange, Review, ReviewPart

Kind = PlanChange.Kind
BY_THE_LAW = (Kind.HOLIDAY, Kind.REPLANNED)


class Told(NamedTuple):
    """One thing that happened to a plan, in a sentence, with its reason and who did it."""

    at: datetime
    sentence: str
    why: str
    by: str


def adjournment_of(review: Review) -> Adjournment | None:
    """The one time the review was adjourned, also where its plan was cancelled since."""
    plan = Review.objects.of_the_plan_of(review)
    return Adjournment.objects.filter(review__in=plan).order_by("adjourned_on").first()


def parts_of(review: Review) -> list[ReviewPart]:
    """The parts of the review held so far, the first one first."""
    return list(ReviewPart.objects.filter(review__in=Review.objects.of_the_plan_of(review)))


def booked_day(review: Review) -> date | None:
    """The day it is booked for."""
    return timezone.localtime(review.booked_for).date() if review.booked_for else None


def planned_day(review: Review) -> date:
    """The day it is to be held as things stand: booked, or else its last lawful one."""
    return booked_day(review) or review.due_on


def story_of(review: Review) -> list[Told]:
    """What happened to the review's plan, in order."""
    changes = PlanChange.objects.filter(review__in=Review.objects.of_the_plan_of(review))
    return [told_of(change) for change in changes.select_related("by")]


def told_of(change: PlanChange) -> Told:
    """One change in a plain sentence."""
    asked = ""
    if change.asked_by and change.kind not in BY_THE_LAW:
        name = change.get_asked_by_display()
        asked = f", as {name[0].lower()}{name[1:]} asked"
    return Told(change.at, f"{_sentence(change)}{asked}.", change.reason, str(change.by))


def _sentence(change: PlanChange) -> str:
    before, after = in_words(change.day_before), in_words(change.day_after)
    match change.kind:
        case Kind.BOOKED:
            return f"Booked for {after}"
        case Kind.REBOOKED if before == after:
            return f"The booking for {after} was changed"
        case Kind.REBOOKED:
            return f"Booked anew for {after} instead of {before}"
        case Kind.BROUGHT_FORWARD:
            return f"Brought forward from {before} to {after}"
        case Kind.ADJOURNED:
            return f"Begun on {before} and adjourned, to be resumed by {after}"
        case Kind.CANCELLED:
            return f"Cancelled; it had been planned for {before}"
        case Kind.STRUCK:
            return f"The review held on {before} was recorded in error"
        case Kind.STRIKE_DECLINED:
            return f"The review held on {before} was said to be recorded in error, and stands"
        case Kind.PART_TAKEN_OUT:
            return f"The part of {before} was taken out: it was entered by mistake"
        case Kind.HOLIDAY:
            return f"The due day moved from {before} to {after}: a bank holiday was proclaimed"
    return f"Planned anew: due by {after} instead of {before}"
