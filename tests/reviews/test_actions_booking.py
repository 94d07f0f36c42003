"""Booking a review, and the outcome form that is owed from then on."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.booking import book_review, book_together, bring_forward
from reviews.models import Meeting, OutcomeForm, PlanChange, Review
from tests.reviews.cases import child_of, review_due

AT = datetime(2017, 7, 10, 9, 0, tzinfo=UTC)
BOOKED = datetime(2017, 7, 24, 9, 0, tzinfo=UTC)
SCHOOL = {"place": "School", "at": AT}


def book(review, iro, booked_for=BOOKED, **more):
    return book_review(review, booked_for=booked_for, chair=iro, by=iro, **SCHOOL | more)


def changes() -> list[tuple]:
    """What the log says happened."""
    return list(PlanChange.objects.values_list("kind", "day_before", "day_after", "reason"))


def test_a_booked_review_owes_its_outcome_form_24_hours_later(planned, iro):
    assert book(planned, iro).booked_for == BOOKED
    assert planned.outcome_form.due_at == BOOKED + timedelta(hours=24)


def test_booking_again_moves_the_form_and_never_the_due_day(planned, iro):
    book(planned, iro)
    due_on = planned.due_on
    book(planned, iro, BOOKED + timedelta(days=60), asked_by="parent", reason="Mum is ill")
    form = OutcomeForm.objects.get()
    assert form.due_at == BOOKED + timedelta(days=61)
    assert Review.objects.get().due_on == due_on
    assert changes() == [
        ("booked", date(2017, 7, 20), date(2017, 7, 24), ""),
        ("rebooked", date(2017, 7, 24), date(2017, 9, 22), "Mum is ill"),
    ]
    assert PlanChange.objects.last().asked_by == "parent"


def test_booking_again_without_a_reason_is_refused_and_changes_nothing(planned, iro):
    book(planned, iro)
    with pytest.raises(Refusal, match="Say why the review is booked anew"):
        book(planned, iro, BOOKED + timedelta(days=1), reason="  ")
    assert Review.objects.get().booked_for == BOOKED
    assert len(changes()) == 1


@pytest.mark.parametrize(
    ("booked_on", "report_due_on"),
    [
        (date(2017, 7, 20), date(2017, 7, 17)),  # a Thursday: Monday
        (date(2017, 7, 24), date(2017, 7, 19)),  # a Monday: over the weekend
        (date(2017, 8, 30), date(2017, 8, 24)),  # over the August holiday
        (date(2018, 1, 2), date(2017, 12, 27)),  # over New Year and a weekend
        (date(2018, 4, 4), date(2018, 3, 28)),  # over Easter
        (date(2022, 6, 6), date(2022, 5, 30)),  # over the jubilee's two days
    ],
)
def test_the_social_workers_report_is_due_3_working_days_before(
    planned, iro, booked_on, report_due_on
):
    moment = datetime(booked_on.year, booked_on.month, booked_on.day, 10, tzinfo=UTC)
    assert book(planned, iro, moment).report_due_on == report_due_on


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2017, 7, 9), "for a day that is past. Today is 10 July 2017"),
        (date(2017, 7, 26), "cannot be after Ella left care on 25 July 2017"),
    ],
)
def test_a_day_that_cannot_be_is_refused(planned, iro, day, sentence):
    PeriodOfCare.objects.update(ended_on=date(2017, 7, 25), reason_ended="E4a")
    planned.period.refresh_from_db()
    with pytest.raises(Refusal, match=sentence):
        book(planned, iro, datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    assert not OutcomeForm.objects.exists()
    assert changes() == []


def test_a_review_held_meanwhile_cannot_be_booked(planned, iro):
    Review.objects.update(
        held_on=date(2017, 7, 9), method="phone", participation_code="PN1", held_time="10:00"
    )
    with pytest.raises(Refusal, match="held or cancelled meanwhile"):
        book(planned, iro)
    assert not OutcomeForm.objects.exists()


def test_the_child_may_have_a_booked_review_earlier(planned, iro):
    book(planned, iro)
    sooner = {"asked_by": "child", "reason": "Ella worries about school"}
    bring_forward(
        planned, booked_for=BOOKED - timedelta(days=7), chair=iro, by=iro, **SCHOOL | sooner
    )
    planned.refresh_from_db()
    assert planned.booked_for == BOOKED - timedelta(days=7)
    assert planned.due_on == date(2017, 7, 20)
    assert changes()[-1] == (
        "brought_forward", date(2017, 7, 24), date(2017, 7, 17), "Ella worries about school",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"asked_by": "parent", "reason": "x"}, "Only the child or the IRO"),
        ({"asked_by": "iro", "reason": ""}, "Say why the review is brought forward"),
        (
            {"asked_by": "iro", "reason": "x", "booked_for": datetime(2017, 7, 20, 9, tzinfo=UTC)},
            "Choose a day before 20 July 2017",
        ),
        (
            {"asked_by": "iro", "reason": "x", "booked_for": datetime(2017, 7, 9, 9, tzinfo=UTC)},
            "a day that is past",
        ),
    ],
)
def test_a_review_is_brought_forward_by_whom_why_and_to_when_the_law_says(
    planned, iro, more, sentence
):
    asked = {"booked_for": datetime(2017, 7, 12, 9, tzinfo=UTC), "chair": iro, "by": iro}
    with pytest.raises(Refusal, match=sentence):
        bring_forward(planned, **SCHOOL | asked | more)
    planned.refresh_from_db()
    assert planned.booked_for is None


def test_brothers_and_sisters_share_a_meeting_that_moves_with_all_of_them(planned, iro):
    tom = review_due(child_of(iro, given_name="Tom"), date(2017, 8, 1))
    book_together([planned, tom], booked_for=BOOKED, chair=iro, by=iro, **SCHOOL)
    meeting = Meeting.objects.get()
    assert set(meeting.reviews.all()) == {planned, tom}
    assert OutcomeForm.objects.filter(due_at=BOOKED + timedelta(hours=24)).count() == 2
    later = BOOKED + timedelta(days=2)
    book_together([planned, tom], booked_for=later, chair=iro, by=iro, reason="Snow", **SCHOOL)
    meeting.refresh_from_db()
    assert meeting.booked_for == later
    assert {one.booked_for for one in Review.objects.all()} == {later}
    assert {one.due_on for one in Review.objects.all()} == {date(2017, 7, 20), date(2017, 8, 1)}


def test_a_child_left_out_when_the_meeting_moves_keeps_the_booking_alone(planned, iro):
    tom = review_due(child_of(iro, given_name="Tom"), date(2017, 8, 1))
    book_together([planned, tom], booked_for=BOOKED, chair=iro, by=iro, **SCHOOL)
    book(planned, iro, BOOKED + timedelta(days=1), reason="Ella asked")
    tom.refresh_from_db(), planned.refresh_from_db()
    assert (planned.meeting, tom.booked_for) == (None, BOOKED)


def test_one_child_whose_day_is_wrong_holds_up_the_whole_meeting(planned, iro):
    tom = review_due(child_of(iro, given_name="Tom"), date(2017, 8, 1))
    PeriodOfCare.objects.filter(pk=tom.period_id).update(
        ended_on=date(2017, 7, 22), reason_ended="E4a"
    )
    with pytest.raises(Refusal, match="after Tom left care on 22 July 2017"):
        book_together([planned, tom], booked_for=BOOKED, chair=iro, by=iro, **SCHOOL)
    assert not Review.objects.filter(booked_for__isnull=False).exists()
    assert not Meeting.objects.exists()
