"""Booking a review."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from iro_service.refusals import Refusal
from reviews.holding import why_not_booked
from reviews.models import OutcomeForm, Review
from statute.timescales import outcome_form_due_at


@transaction.atomic
def book_review(review: Review, *, booked_for: datetime, place: str, chair, on: date, by) -> Review:
    """Give a planned review its day, place and chair; from then on its outcome form is owed."""
    if sentence := why_not_booked(review, timezone.localtime(booked_for).date(), on=on):
        raise Refusal(f"{sentence}.")
    planned = Review.objects.planned().filter(pk=review.pk)
    if planned.update(booked_for=booked_for, place=place, chair=chair) != 1:
        raise Refusal("This review was held or cancelled meanwhile, so it cannot be booked.")
    OutcomeForm.objects.update_or_create(
        review=review, defaults={"due_at": outcome_form_due_at(booked_for)}
    )
    review.refresh_from_db()
    return review
