"""What a review's page says of its plan: what happened to it, and what may be done with it."""

from typing import NamedTuple

from django.urls import reverse

from iro_service import clock
from reviews.deadlines import Deadlines
from reviews.models import PlanChange, Review, Strike
from reviews.plan import adjournment_of, parts_of, story_of
from reviews.views.scoped import WRITERS


class Step(NamedTuple):
    """A thing to do and the page it is done on."""

    words: str
    href: str


def more_steps(review: Review, user) -> list[Step]:
    """What can be done too, and is not the thing to do now."""
    if review.cancelled_on or review.struck_on:
        return []
    if review.held_on:
        asked = Strike.objects.filter(review=review).exists()
        return [] if asked else [_step("Recorded in error", "review_strike", review)]
    begun = review.booked_for and review.booked_for <= clock.now()
    other = ("Change the booking", "review_book") if begun else FORM
    pages = [other, *MORE, *([HELD_BEFORE] if _came_from_elsewhere(review, user) else [])]
    return [_step(words, page, review) for words, page in pages]


def _came_from_elsewhere(review: Review, user) -> bool:
    """Whether a manager may have to enter it under the rules there were before."""
    replanned = review.plan_changes.filter(kind=PlanChange.Kind.REPLANNED)
    return user.is_manager and replanned.exists()


FORM = ("Fill in the outcome form", "outcome_form")
HELD_BEFORE = ("It was held before the rules changed", "review_held_before")
MORE = (
    ("Bring it forward", "review_bring_forward"),
    ("Adjourn it", "review_adjourn"),
    ("Add a part", "review_part"),
    ("Cancel it", "review_cancel"),
)


def life_of(request, review: Review, deadlines: Deadlines) -> dict:
    """What happened to the plan so far, and who else is reviewed on the same occasion."""
    adjourned = adjournment_of(review)
    strike = Strike.objects.filter(review=review).select_related("asked_by", "confirmed_by").first()
    return {
        "story": story_of(review),
        "parts": parts_of(review),
        "may_take_out_parts": _may_take_out(review, request.user),
        "adjourned": adjourned,
        "resume": adjourned and not review.held_on and deadlines.of_adjournment(adjourned),
        "together": _together(request, review, deadlines) if review.meeting_id else [],
        "strike": strike,
        "may_answer_strike": strike is not None
        and request.user.is_manager
        and strike.asked_by_id != request.user.pk,
    }


def _may_take_out(review: Review, user) -> bool:
    """Who writes about a review takes out a wrong part; once it was held, a manager."""
    stands = review.cancelled_on is None and review.struck_on is None
    return stands and user.role in WRITERS and (review.held_on is None or user.is_manager)


def _together(request, review: Review, deadlines: Deadlines):
    seen = Review.objects.visible_to(request.user, on=deadlines.on)
    others = seen.filter(meeting=review.meeting_id).exclude(pk=review.pk)
    return others.select_related("child")


def _step(words: str, page: str, review: Review) -> Step:
    return Step(words, reverse(page, args=[review.pk]))
