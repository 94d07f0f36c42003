"""Booking a review: its day, time, place and chair, for one child or for several together."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.plan import log_change, planned_and_locked, refuse_without
from reviews.actions.planning import due_day
from reviews.actions.replanning import follow_a_change
from reviews.holding import why_not_booked
from reviews.models import Meeting, OutcomeForm, PlanChange, Review
from reviews.plan import planned_day
from statute.timescales import outcome_form_due_at

Kind, AskedBy = PlanChange.Kind, PlanChange.AskedBy
# The law leaves it to these two to want a review sooner.
MAY_WANT_IT_SOONER = (AskedBy.CHILD, AskedBy.IRO)


@transaction.atomic
def book_review(
    review: Review,
    *,
    booked_for: datetime,
    place: str,
    chair,
    asked_by: str = "",
    reason: str = "",
    at: datetime,
    by,
) -> Review:
    """Give a planned review its day, place and chair; from then on its outcome form is owed.

    To book it anew takes a reason; it then leaves a meeting that it shared.
    """
    planned = planned_and_locked(review, "booked")
    kind = Kind.REBOOKED if planned.booked_for else Kind.BOOKED
    if kind == Kind.REBOOKED:
        refuse_without(reason, "Say why the review is booked anew.")
    return _book(
        planned, booked_for=booked_for, place=place, chair=chair,
        kind=kind, asked_by=asked_by, reason=reason, at=at, by=by,
    )  # fmt: skip


@transaction.atomic
def bring_forward(
    review: Review,
    *,
    booked_for: datetime,
    place: str,
    chair,
    asked_by: str,
    reason: str,
    at: datetime,
    by,
) -> Review:
    """Book a planned review for an earlier day than planned, as the child or the IRO asked."""
    planned = planned_and_locked(review, "brought forward")
    if asked_by not in MAY_WANT_IT_SOONER:
        raise Refusal("Only the child or the IRO can ask for an earlier review.")
    refuse_without(reason, "Say why the review is brought forward.")
    if clock.day_of(booked_for) >= planned_day(planned):
        raise Refusal(f"Choose a day before {in_words(planned_day(planned))}, as it stands now.")
    return _book(
        planned, booked_for=booked_for, place=place, chair=chair,
        kind=Kind.BROUGHT_FORWARD, asked_by=asked_by, reason=reason, at=at, by=by,
    )  # fmt: skip


@transaction.atomic
def book_together(
    reviews: Sequence[Review],
    *,
    booked_for: datetime,
    place: str,
    chair,
    asked_by: str = "",
    reason: str = "",
    at: datetime,
    by,
) -> list[Review]:
    """Book the reviews of several children for one meeting; booked anew, it moves with them all."""
    # Always in one order, so that two who book the same children wait and do not block each other.
    planned = [planned_and_locked(one, "booked") for one in sorted(reviews, key=lambda r: r.pk)]
    meeting = _meeting_of(planned, booked_for, place, chair)
    booked = []
    for one in planned:
        kind = Kind.REBOOKED if one.booked_for else Kind.BOOKED
        if kind == Kind.REBOOKED:
            refuse_without(reason, f"Say why {one.child.given_name}'s review is booked anew.")
        booked.append(
            _book(
                one, booked_for=booked_for, place=place, chair=chair,
                kind=kind, asked_by=asked_by, reason=reason, meeting=meeting, at=at, by=by,
            )
        )  # fmt: skip
    return booked


def _meeting_of(planned: list[Review], booked_for, place: str, chair) -> Meeting:
    """The meeting they share already, moved; a new one where they share none, or it was held."""
    when = {"booked_for": booked_for, "place": place, "chair": chair}
    theirs = Meeting.objects.filter(reviews__in=planned, shared={}).order_by("pk").first()
    if theirs is None:
        return Meeting.objects.create(**when)
    theirs.reviews.exclude(pk__in=[one.pk for one in planned]).update(meeting=None)
    Meeting.objects.filter(pk=theirs.pk).update(**when)
    return theirs


def _book(
    planned: Review, *, booked_for, place, chair, kind, asked_by, reason, meeting=None, at, by
) -> Review:  # fmt: skip
    day = clock.day_of(booked_for)
    if sentence := why_not_booked(planned, day, on=clock.day_of(at)):
        raise Refusal(f"{sentence}.")
    log_change(planned, kind, asked_by=asked_by, reason=reason, day_after=day, at=at, by=by)
    Review.objects.filter(pk=planned.pk).update(
        booked_for=booked_for,
        place=place,
        chair=chair,
        meeting=meeting,
        report_due_on=due_day("social_workers_report", day),
    )
    OutcomeForm.objects.update_or_create(
        review=planned, defaults={"due_at": outcome_form_due_at(booked_for)}
    )
    if kind != Kind.BOOKED:
        # One that was begun was left under its old rules; to be held on another day, it follows.
        follow_a_change(planned, reason="Booked anew for another day", at=at, by=by)
    planned.refresh_from_db()
    return planned
