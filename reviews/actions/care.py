"""What happens in a child's care, with what follows for their reviews."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef

from cohort.actions import care
from cohort.models import Child, Episode, PeriodOfCare
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.life import cancel_review
from reviews.actions.planning import plan_review_by_episodes
from reviews.actions.replanning import follow_the_law
from reviews.models import Review
from statute.participation import code_is_right

NO_LONGER = "No longer looked after"


class Repaired(NamedTuple):
    """What a repair did, and the sentence of each child it could do nothing for."""

    planned: int
    cancelled: int
    refused: list[str]


@transaction.atomic
def change_care(
    period: PeriodOfCare, *, started_on: date, at: datetime, by, **facts
) -> tuple[Episode, Review | None]:
    """Begin a new episode; the planned review, where the rules have changed and its day with it."""
    lock_planned(period.child_id)
    episode = care.start_episode(period, started_on=started_on, on=clock.day_of(at), by=by, **facts)
    reason = f"{episode.get_legal_status_display()}; {episode.get_placement_display()}"
    reason = f"{reason[:1].upper()}{reason[1:]}, since {in_words(started_on)}"
    return episode, follow_the_law(period, reason=reason, at=at, by=by)


@transaction.atomic
def end_care(
    period: PeriodOfCare, *, ended_on: date, reason: str, at: datetime, by
) -> PeriodOfCare:
    """End a period of care; the review planned in it is cancelled, and none is planned."""
    # Always review before period, as those do who cancel or submit: else two wait on each other.
    lock_planned(period.child_id)
    on = clock.day_of(at)
    if sentence := care.why_not_end(period, ended_on, on=on) or why_not_without_form(
        period, ended_on, at=at
    ):
        raise Refusal(f"{sentence}.")
    ended = care.end_care(period, ended_on=ended_on, reason=reason, on=on, by=by)
    for planned in Review.objects.planned().filter(period=ended):
        cancel_review(planned, reason=NO_LONGER, at=at, by=by)
    return ended


@transaction.atomic
def take_back(
    child: Child, *, period: dict, episode: dict, iro, team, worker, at: datetime, by
) -> Review:
    """Record that a child is looked after again, and plan the first review: clocks start afresh."""
    on = clock.day_of(at)
    started = care.start_care_again(
        child, period=period, episode=episode, iro=iro, team=team, worker=worker, on=on, by=by
    )
    for planned in Review.objects.planned().filter(child=child, period__ended_on__isnull=False):
        cancel_review(planned, reason=NO_LONGER, at=at, by=by)
    return plan_review_by_episodes(started, on=started.started_on, known_on=on, by=by)


@transaction.atomic
def correct_facts(child: Child, *, version: int | None = None, at: datetime, by, **facts) -> Child:
    """Put a child's basic facts right; refuses a birth that their care or reviews do not fit."""
    on, born = clock.day_of(at), facts["date_of_birth"]
    if sentence := care.why_not_born(child, born, on=on) or why_not_born(child, born):
        raise Refusal(f"{sentence}.")
    return care.correct_child(child, version=version, on=on, by=by, **facts)


def plan_missing(*, at: datetime, by) -> Repaired:
    """Plan a review for each child looked after without one; again, it changes nothing.

    Reviews planned in periods of care that have ended are cancelled first.
    """
    if not by.is_manager:
        raise Refusal("Only a manager plans what is missing.")
    on = clock.day_of(at)
    stray = list(Review.objects.planned().filter(period__ended_on__lte=on))
    for review in stray:
        cancel_review(review, reason=NO_LONGER, at=at, by=by)
    planned, refused = 0, []
    for period in without_plan(on=on).select_related("child"):
        try:
            with transaction.atomic():
                plan_review_by_episodes(period, on=last_day_held(period), known_on=on, by=by)
            planned += 1
        except Refusal as refusal:
            refused.append(f"{period.child.reference}: {refusal.sentence}")
    return Repaired(planned, len(stray), refused)


def without_plan(*, on: date):
    """Periods of care in force on the day, short breaks too, in which no review is planned."""
    planned = Review.objects.planned().filter(period=OuterRef("pk"))
    return PeriodOfCare.objects.in_force(on=on).open().exclude(Exists(planned))


def why_not_without_form(period: PeriodOfCare, day: date, *, at: datetime) -> str:
    """Why care cannot end that day as its reviews stand; else ''."""
    reviews = Review.objects.filter(period=period)
    last = reviews.held().order_by("-held_on").first()
    if last and day < last.held_on:
        return f"Care cannot have ended before {in_words(last.held_on)}, when a review was held"
    waiting = reviews.planned().filter(booked_for__lte=at).first()
    if waiting and clock.day_of(waiting.booked_for) <= day:
        booked = in_words(clock.day_of(waiting.booked_for))
        return (
            f"A review was booked for {booked} and its outcome form is still owed. Hand the form "
            "in first, or cancel the review if it was not held"
        )
    return ""


def why_not_born(child: Child, day: date) -> str:
    """Why the child's reviews do not fit that date of birth; else ''."""
    for review in child.reviews.held().order_by("held_on"):
        held = in_words(review.held_on)
        if review.held_on < day:
            return f"The date of birth cannot be after {held}, when a review was held"
        code = review.participation_code
        if code and not code_is_right(code, day, review.held_on):
            age = "4 or over" if code == "PN0" else "under 4"
            return (
                f"The review of {held} is recorded with {code}, which is wrong for a child "
                f"{age}. Correct that review first"
            )
    return ""


def last_day_held(period: PeriodOfCare) -> date:
    """The day the last review was held in the period; before the first one, its own first day."""
    last = Review.objects.held().filter(period=period).order_by("-held_on").first()
    return last.held_on if last else period.started_on


def lock_planned(child: int) -> None:
    """Have whoever else would change the child's planned review wait."""
    list(Review.objects.planned().select_for_update(of=("self",)).filter(child=child))
