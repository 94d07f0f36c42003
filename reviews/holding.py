"""On which days a review may be booked and held: each answer is the sentence that refuses it."""

from datetime import date, datetime, time

from django.utils import timezone

from iro_service.templatetags.house import day as in_words
from reviews.models import Adjournment, Review, ReviewPart
from statute.participation import code_is_right, codes_for


def why_not_in_care(review: Review, day: date) -> str:
    """Why no review can be on that day: before birth, or outside the period of care; else ''."""
    child, period = review.child, review.period
    if day < child.date_of_birth:
        return (
            f"The review cannot be before {child.given_name} was born "
            f"on {in_words(child.date_of_birth)}"
        )
    if day < period.started_on:
        return (
            f"The review cannot be before {child.given_name} came into care "
            f"on {in_words(period.started_on)}"
        )
    if period.ended_on and day > period.ended_on:
        return (
            f"The review cannot be after {child.given_name} left care "
            f"on {in_words(period.ended_on)}"
        )
    return ""


def why_not_after_the_last(review: Review, day: date) -> str:
    """Why that day does not follow the child's reviews held before; else ''."""
    name = review.child.given_name
    held = Review.objects.held().filter(child=review.child).exclude(pk=review.pk)
    if held.filter(held_on=day).exists():
        return f"Another review of {name} was held on {in_words(day)}. Check the day"
    last = held.filter(period=review.period).order_by("-held_on").first()
    if last and day < last.held_on:
        return (
            f"The review cannot be before {in_words(last.held_on)}, "
            f"when {name}'s last review was held"
        )
    if day < review.base_on:
        return (
            f"The review cannot be before {in_words(review.base_on)}, "
            "the day its due day is counted from. If it was held before the child's care "
            "changed, a manager can enter it from the review's page"
        )
    return ""


def why_not_booked(review: Review, day: date, *, on: date) -> str:
    """Why the review cannot be booked for that day; else ''."""
    if day < on:
        return f"The review cannot be booked for a day that is past. Today is {in_words(on)}"
    return why_not_in_care(review, day) or why_not_after_the_last(review, day)


def why_not_begun(review: Review, day: date, *, on: date) -> str:
    """Why no part of the review can have been on that day; else ''."""
    if day > on:
        return f"The day cannot be after today, {in_words(on)}"
    return why_not_in_care(review, day) or why_not_after_the_last(review, day)


def why_not_completed(review: Review, day: date) -> str:
    """Why the review cannot have been completed on that day: it went on after it; else ''."""
    plan = Review.objects.of_the_plan_of(review)
    part = ReviewPart.objects.filter(review__in=plan).order_by("-held_on").first()
    if part and day < part.held_on:
        return (
            "The review cannot have been held before its last part, "
            f"which was on {in_words(part.held_on)}"
        )
    adjourned = Adjournment.objects.filter(review__in=plan, adjourned_on__gt=day).first()
    if adjourned:
        return (
            f"The review was adjourned on {in_words(adjourned.adjourned_on)}, "
            "so it cannot have been completed before"
        )
    return ""


def why_not_held(review: Review, day: date, *, on: date) -> str:
    """Why the review cannot have been held on that day; else ''."""
    if day > on:
        return f"The day the review was held cannot be after today, {in_words(on)}"
    return (
        why_not_in_care(review, day)
        or why_not_after_the_last(review, day)
        or why_not_completed(review, day)
    )


def why_not_at(day: date, began: time, *, at: datetime) -> str:
    """Why the review cannot have begun at that time; else ''."""
    now = timezone.localtime(at)
    if day == now.date() and began > now.time():
        return f"The time the review began cannot be later than now, {now:%H:%M}"
    return ""


def codes_between(review: Review, first: date, last: date) -> tuple[str, ...]:
    """The participation codes right for the child on some day from the first to the last."""
    born = review.child.date_of_birth
    first, last = max(first, born), max(last, born)
    return tuple(dict.fromkeys((*codes_for(born, first), *codes_for(born, last))))


def why_not_code(review: Review, code: str, day: date) -> str:
    """Why the participation code is wrong for the child's age on the day; else ''."""
    child = review.child
    if day < child.date_of_birth or code_is_right(code, child.date_of_birth, day):
        return ""
    if code == "PN0":
        return (
            f"{child.given_name} was already 4 on {in_words(day)}. Select whether "
            f"{child.given_name} came to the review, and how they took part"
        )
    return (
        f"{child.given_name} was under 4 on {in_words(day)}. Select that "
        f"{child.given_name} was under 4, which is PN0"
    )
