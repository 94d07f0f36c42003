"""A review held, unbooked, before the child's rules changed, and entered only after it."""

from datetime import date, datetime

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.oversight import owe_midway_check
from reviews.actions.plan import log_change, planned_and_locked, refuse_without
from reviews.holding import why_not_after_the_last, why_not_at, why_not_begun
from reviews.models import OutcomeForm, PlanChange, Review
from statute.timescales import outcome_form_due_at


@transaction.atomic
def enter_as_held_before(
    review: Review, *, began: datetime, place: str, reason: str, at: datetime, by
) -> Review:
    """Put a plan back under the due day in force on the day it was held; its form is owed at once.

    It is booked for the moment it was held, so that nothing plans it anew before the form comes.
    """
    if not by.is_manager:
        raise Refusal("Only a manager enters a review under the rules there were before.")
    planned = planned_and_locked(review, "entered")
    refuse_without(reason, "Say why it is entered under the rules there were before.")
    refuse_without(place, "Say where the review was held.")
    began = timezone.localtime(began)
    held_on = began.date()
    before = plan_in_force(planned, held_on)
    if before is None or held_on >= planned.base_on:
        raise Refusal(
            f"No other due day was in force on {in_words(held_on)}. "
            "Fill in the outcome form as usual."
        )
    day_before = planned.due_on
    back = {name: getattr(before, name) for name in ("due_on", "rule", "base_on")}
    back["count_months_as"] = before.count_months_as
    for name, value in back.items():
        setattr(planned, name, value)
    for sentence in (
        why_not_begun(planned, held_on, on=clock.day_of(at)),
        why_not_after_the_last(planned, held_on),
        why_not_at(held_on, began.time(), at=at),
    ):
        if sentence:
            raise Refusal(f"{sentence}.")
    log_change(
        planned, PlanChange.Kind.REPLANNED, asked_by=PlanChange.AskedBy.LAW,
        reason=f"It was held on {in_words(held_on)}, before that. {reason}"[:500],
        day_before=day_before, day_after=before.due_on, at=at, by=by,
    )  # fmt: skip
    Review.objects.filter(pk=planned.pk).update(
        **back, booked_for=began, place=place, meeting=None, report_due_on=None
    )
    OutcomeForm.objects.update_or_create(
        review=planned, defaults={"due_at": outcome_form_due_at(began)}
    )
    planned.refresh_from_db()
    owe_midway_check(planned, on=clock.day_of(at))
    return planned


def plan_in_force(review: Review, day: date):
    """The newest version of the child's plan that counted from a day not after this one.

    Out of the history, because a due day is as it was set: by the holidays and the way of counting
    months of then. None where every version counts from a later day.
    """
    held = Review.objects.held().filter(period=review.period_id, held_on__lte=day)
    since = held.order_by("-held_on").values_list("held_on", flat=True).first()
    versions = apps.get_model("reviews", "ReviewEvent").objects.filter(
        period_id=review.period_id,
        held_on__isnull=True,
        cancelled_on__isnull=True,
        base_on__lte=day,
        base_on__gte=since or review.period.started_on,
    )
    return versions.order_by("-pgh_id").first()
