"""What may happen to a plan before the review is held: adjourned, in parts, cancelled."""

from datetime import date, datetime

from django.db import transaction

from cohort.models import PeriodOfCare
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.plan import log_change, planned_and_locked, refuse_without
from reviews.actions.planning import due_day
from reviews.actions.replanning import follow_a_change
from reviews.holding import why_not_begun
from reviews.models import (
    Adjournment,
    ChildsPage,
    Draft,
    Invitation,
    MidwayCheck,
    OutcomeForm,
    PlanChange,
    Review,
    ReviewPart,
)
from reviews.plan import adjournment_of

Kind = PlanChange.Kind


@transaction.atomic
def adjourn_review(
    review: Review, *, adjourned_on: date, reason: str, at: datetime, by
) -> Adjournment:
    """Break off a review that was begun, once; its due day stays, and its booking ends."""
    planned = planned_and_locked(review, "adjourned")
    if before := adjournment_of(planned):
        raise Refusal(
            f"This review was adjourned already, on {in_words(before.adjourned_on)}. "
            "A review can be adjourned only once."
        )
    refuse_without(reason, "Say why the review was adjourned.")
    if sentence := why_not_begun(planned, adjourned_on, on=clock.day_of(at)):
        raise Refusal(f"{sentence}.")
    resume_by = due_day("adjournment", adjourned_on)
    log_change(
        planned, Kind.ADJOURNED, reason=reason,
        day_before=adjourned_on, day_after=resume_by, at=at, by=by,
    )  # fmt: skip
    _end_booking(planned)
    return Adjournment.objects.create(
        review=planned, adjourned_on=adjourned_on, resume_by=resume_by, reason=reason, by=by
    )


@transaction.atomic
def add_part(review: Review, *, held_on: date, with_whom: str, at: datetime, by) -> ReviewPart:
    """Keep one part of a review that is completed in several; it is held when the last one is."""
    planned = planned_and_locked(review, "added to")
    refuse_without(with_whom, "Say with whom this part was held.")
    if sentence := why_not_begun(planned, held_on, on=clock.day_of(at)):
        raise Refusal(f"{sentence}.")
    return ReviewPart.objects.create(review=planned, held_on=held_on, with_whom=with_whom)


@transaction.atomic
def take_out_part(review: Review, part: ReviewPart, *, reason: str, at: datetime, by) -> None:
    """Take out a part entered by mistake; what stood there stays in the log. Held: a manager."""
    refuse_without(reason, "Say what is wrong with this part.")
    standing = Review.objects.filter(cancelled_on__isnull=True, struck_on__isnull=True)
    stands = standing.select_for_update().filter(pk=review.pk).first()
    if stands is None:
        raise Refusal("This review was cancelled or taken out, so its parts stay as they are.")
    if stands.held_on and not by.is_manager:
        raise Refusal("Only a manager takes out a part once the review was held.")
    plan = Review.objects.of_the_plan_of(stands)
    found = ReviewPart.objects.filter(pk=part.pk, review__in=list(plan)).first()
    if found is None:
        raise Refusal("This part was taken out meanwhile.")
    words = f"It was with {found.with_whom}. {reason}"[:500]
    log_change(stands, Kind.PART_TAKEN_OUT, reason=words, day_before=found.held_on, at=at, by=by)
    found.delete()


@transaction.atomic
def cancel_review(review: Review, *, reason: str, at: datetime, by) -> Review | None:
    """Cancel a planned review; the same plan stands again with its original due day.

    None where the child is no longer looked after, so that no review is due.
    """
    planned = planned_and_locked(review, "cancelled")
    refuse_without(reason, "Say why the review is cancelled.")
    log_change(planned, Kind.CANCELLED, reason=reason, at=at, by=by)
    Review.objects.filter(pk=planned.pk).update(
        cancelled_on=clock.day_of(at), cancelled_reason=reason, meeting=None
    )
    # Locked, so that a child who leaves care at this moment is not planned for.
    period = PeriodOfCare.objects.select_for_update().get(pk=planned.period_id)
    if period.ended_on:
        return None
    again = Review.objects.create(
        child=planned.child,
        period=period,
        due_on=planned.due_on,
        rule=planned.rule,
        base_on=planned.base_on,
        count_months_as=planned.count_months_as,
        report_received_on=planned.report_received_on,
    )
    _carry_over(planned, again)
    # One that was begun was left under its old rules; in its place comes one under those in force.
    reason = "Planned again after it was cancelled"
    return follow_a_change(again, reason=reason, at=at, by=by) or again


def _carry_over(cancelled: Review, again: Review) -> None:
    """What was said and done for the review is for the one that comes in its place."""
    Draft.objects.filter(review=cancelled).update(review=again)
    ChildsPage.objects.filter(review=cancelled).update(review=again)
    MidwayCheck.objects.filter(review=cancelled).update(review=again)
    # The cancelled day's invitations stay with it; the same people are to be asked anew.
    Invitation.objects.bulk_create(
        Invitation(review=again, name=one.name, role=one.role, consulted_only=one.consulted_only)
        for one in cancelled.invitations.all()
    )


def _end_booking(planned: Review) -> None:
    """No day is set any more, so no outcome form is owed until it is booked or held."""
    Review.objects.filter(pk=planned.pk).update(booked_for=None, meeting=None, report_due_on=None)
    OutcomeForm.objects.filter(review=planned, submitted_at__isnull=True).delete()
