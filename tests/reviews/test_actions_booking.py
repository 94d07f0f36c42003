"""Booking a review, and the outcome form that is owed from then on."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.booking import book_review
from reviews.models import OutcomeForm, Review

TODAY = date(2017, 7, 20)
BOOKED = datetime(2017, 7, 24, 9, 0, tzinfo=UTC)


def book(review, iro, booked_for=BOOKED):
    return book_review(review, booked_for=booked_for, place="School", chair=iro, on=TODAY, by=iro)


def test_a_booked_review_owes_its_outcome_form_24_hours_later(planned, iro):
    assert book(planned, iro).booked_for == BOOKED
    assert planned.outcome_form.due_at == BOOKED + timedelta(hours=24)


def test_booking_again_moves_the_form_and_never_the_due_day(planned, iro):
    book(planned, iro)
    due_on = planned.due_on
    book(planned, iro, BOOKED + timedelta(days=60))
    form = OutcomeForm.objects.get()
    assert form.due_at == BOOKED + timedelta(days=61)
    assert Review.objects.get().due_on == due_on


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2017, 7, 19), "for a day that is past. Today is 20 July 2017"),
        (date(2017, 7, 26), "cannot be after Ella left care on 25 July 2017"),
    ],
)
def test_a_day_that_cannot_be_is_refused(planned, iro, day, sentence):
    PeriodOfCare.objects.update(ended_on=date(2017, 7, 25), reason_ended="E4a")
    planned.period.refresh_from_db()
    with pytest.raises(Refusal, match=sentence):
        book(planned, iro, datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    assert not OutcomeForm.objects.exists()


def test_a_review_held_meanwhile_cannot_be_booked(planned, iro):
    Review.objects.update(
        held_on=date(2017, 7, 19), method="phone", participation_code="PN1", held_time="10:00"
    )
    with pytest.raises(Refusal, match="held or cancelled meanwhile"):
        book(planned, iro)
    assert not OutcomeForm.objects.exists()
