"""A change in a child's care sets the open review's due day again, by the law."""

from datetime import date, datetime

from django.db import transaction

from cohort.council import the_council
from cohort.models import PeriodOfCare
from iro_service import clock
from iro_service.refusals import Refusal
from reviews.actions.oversight import owe_midway_check
from reviews.actions.plan import log_change
from reviews.actions.planning import deadline_by_episodes, next_deadline
from reviews.models import PlanChange, Review
from reviews.plan import adjournment_of, parts_of
from reviews.regimes import regime_of
from statute.timescales import Deadline


@transaction.atomic
def follow_the_law(period: PeriodOfCare, *, reason: str, at: datetime, by) -> Review | None:
    """Set the planned review's due day again where the child is now under other rules.

    None where nothing moved. An overdue review keeps its day: no change makes it timely. One
    that was begun under the old rules is finished under them.
    """
    on = clock.day_of(at)
    planned = Review.objects.planned().select_for_update(of=("self",)).filter(period=period)
    review = planned.select_related("child", "period").first()
    if review is None or review.due_on < on:
        return None
    due = next_deadline(period, regime_of(period, on))
    # The same rule from the same day: a setting changed since does not move a day that is set.
    if (due.rule, due.base_on) == (review.rule, review.base_on) or _begun(review, due, at):
        return None
    return _replan(review, due, reason=reason, at=at, by=by)


def due_by_episodes(period: PeriodOfCare, *, on: date) -> Deadline | None:
    """When the law has the next review, by what is recorded now; None once care has ended."""
    if period.ended_on:
        return None
    held = Review.objects.held().filter(period=period).order_by("-held_on").first()
    since = held.held_on if held else period.started_on
    return deadline_by_episodes(period, on=since, known_on=on)


@transaction.atomic
def follow_a_correction(
    period: PeriodOfCare, *, was: Deadline | None, reason: str, at: datetime, by
) -> Review | None:
    """Set the planned review's due day again where it was counted from what never was.

    `was` is due_by_episodes before the correction. None where nothing moved. An overdue review
    moves too: it is due by the day the law had set all along.
    """
    planned = Review.objects.planned().select_for_update(of=("self",)).filter(period=period)
    review = planned.select_related("child", "period").first()
    due = due_by_episodes(period, on=clock.day_of(at))
    if review is None or due is None or due == was:
        return None
    if (due.rule, due.base_on) == (review.rule, review.base_on):
        return None
    return _replan(review, due, reason=reason, at=at, by=by)


def _replan(review: Review, due: Deadline, *, reason: str, at: datetime, by) -> Review:
    log_change(
        review,
        PlanChange.Kind.REPLANNED,
        asked_by=PlanChange.AskedBy.LAW,
        reason=reason,
        day_before=review.due_on,
        day_after=due.due_on,
        at=at,
        by=by,
    )
    changed = (
        Review.objects.planned()
        .filter(pk=review.pk, due_on=review.due_on)
        .update(
            due_on=due.due_on,
            rule=due.rule,
            base_on=due.base_on,
            count_months_as=the_council().count_months_as,
        )
    )
    if changed != 1:
        raise Refusal("The review was changed meanwhile. Try again.")
    review.refresh_from_db()
    owe_midway_check(review, on=clock.day_of(at))
    return review


def follow_a_change(review: Review, *, reason: str, at: datetime, by) -> Review | None:
    """Let a plan that was left under its old rules, as it was begun, follow those in force."""
    period = review.period
    if regime_of(period, clock.day_of(at)) == regime_of(period, review.base_on):
        return None
    return follow_the_law(period, reason=reason, at=at, by=by)


def _begun(review: Review, due: Deadline, at: datetime) -> bool:
    """Whether it was begun before the new clock did: adjourned, in parts, or its form is owed."""
    booked = review.booked_for
    if booked and booked <= at and clock.day_of(booked) <= due.base_on:
        return True
    return bool(adjournment_of(review) or parts_of(review))
