"""A review recorded in error: one person says so and why, a second one confirms it."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from cohort.council import the_council
from cohort.models import PeriodOfCare
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.oversight import owe_midway_check
from reviews.actions.plan import log_change, refuse_without
from reviews.actions.planning import deadline_by_episodes, plan_review_by_episodes
from reviews.models import Decision, PlanChange, Review, Strike

Kind = PlanChange.Kind


@transaction.atomic
def ask_to_strike(review: Review, *, reason: str, on: date, by) -> Strike:
    """Say that a held review was recorded in error; it counts until a second person confirms."""
    refuse_without(reason, "Say what is wrong with the record of this review.")
    if not by.sees_children:
        raise Refusal("Only an IRO or a manager says that a review was recorded in error.")
    # The lock makes who asks at the same moment wait, and then find the other's words.
    if not Review.objects.held().select_for_update().filter(pk=review.pk).exists():
        raise Refusal("This review was not held, or it was taken out already.")
    try:
        with transaction.atomic():
            return Strike.objects.create(review=review, reason=reason, asked_on=on, asked_by=by)
    except IntegrityError:
        raise Refusal("Somebody said already that this review was recorded in error.") from None


@transaction.atomic
def confirm_strike(strike: Strike, *, at: datetime, by) -> Review:
    """Take a review recorded in error out of every count, and plan again from what is left."""
    asked = _to_answer(strike, by)
    on = clock.day_of(at)
    Strike.objects.filter(pk=asked.pk).update(confirmed_on=on, confirmed_by=by)
    Review.objects.filter(pk=asked.review_id).update(struck_on=on)
    # What was carried into it was not: it may be carried forward to a review really held.
    Decision.objects.filter(review=asked.review_id).update(carried_from=None)
    review = Review.objects.select_related("child", "period").get(pk=asked.review_id)
    log_change(review, Kind.STRUCK, reason=asked.reason, day_before=review.held_on, at=at, by=by)
    _plan_again(review, on=on, at=at, by=by)
    return review


@transaction.atomic
def decline_strike(strike: Strike, *, reason: str, at: datetime, by) -> None:
    """Let the review stand, and say why; it may be asked again."""
    refuse_without(reason, "Say why the review stands as it was recorded.")
    asked = _to_answer(strike, by)
    held_on = asked.review.held_on
    words = f"{asked.asked_by} had said: {asked.reason[:200]} Answer: {reason}"[:500]
    log_change(asked.review, Kind.STRIKE_DECLINED, reason=words, day_before=held_on, at=at, by=by)
    asked.delete()


def _to_answer(strike: Strike, by) -> Strike:
    """The strike, locked, if this manager may answer it and nobody has."""
    if not by.is_manager:
        raise Refusal("A manager confirms that a review was recorded in error.")
    if by.pk == strike.asked_by_id:
        raise Refusal("You asked for this yourself. It takes a second person to confirm it.")
    open_ones = Strike.objects.select_for_update(of=("self",)).filter(confirmed_on__isnull=True)
    asked = open_ones.select_related("review", "asked_by").filter(pk=strike.pk).first()
    if asked is None:
        raise Refusal("Somebody else answered this meanwhile.")
    return asked


def _plan_again(struck: Review, *, on: date, at: datetime, by) -> None:
    """Plan from the last review that was really held, and never for a later day than before."""
    period = PeriodOfCare.objects.select_for_update().get(pk=struck.period_id)
    planned = Review.objects.planned().select_for_update().filter(child=struck.child_id).first()
    if period.ended_on or (planned and planned.period_id != period.pk):
        return
    last = Review.objects.held().filter(period=period).order_by("-held_on").first()
    since = last.held_on if last else period.started_on
    if planned is None:
        plan_review_by_episodes(period, on=since, known_on=on, by=by)
        return
    due = deadline_by_episodes(period, on=since, known_on=on)
    if due.due_on >= planned.due_on:
        return
    log_change(
        planned,
        Kind.REPLANNED,
        asked_by=PlanChange.AskedBy.LAW,
        reason=f"The review of {in_words(struck.held_on)} was recorded in error.",
        day_before=planned.due_on,
        day_after=due.due_on,
        at=at,
        by=by,
    )
    Review.objects.filter(pk=planned.pk).update(
        due_on=due.due_on,
        rule=due.rule,
        base_on=due.base_on,
        count_months_as=the_council().count_months_as,
    )
    planned.refresh_from_db()
    owe_midway_check(planned, on=on)
