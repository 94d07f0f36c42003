"""Handing in an outcome form, once, all or nothing."""

from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.booking import book_review
from reviews.actions.draft import keep_beside, keep_draft
from reviews.actions.outcome import Agreed, submit_outcome_form
from reviews.models import Decision, Draft, OutcomeForm, Record, Review

LONDON = ZoneInfo("Europe/London")
AT = datetime(2017, 7, 20, 9, 0, tzinfo=UTC)
HELD_AT = datetime(2017, 7, 19, 10, 30, tzinfo=LONDON)


def submit(review, by, **changes):
    answers = {
        "held_at": HELD_AT,
        "method": "in_person",
        "participation_code": "PN1",
        "attendees": ["mother"],
        "others_attending": "",
        "seen_alone": True,
        "not_alone_reason": "",
        "late_reason": "",
        "late_detail": "",
        "decisions": [],
        "next_steps": "",
        "at": AT,
    }
    return submit_outcome_form(review, **answers | changes, by=by)


def untouched(review) -> bool:
    """Whether nothing at all came of it."""
    review.refresh_from_db()
    return (
        review.held_on is None
        and not Record.objects.exists()
        and not OutcomeForm.objects.submitted().exists()
        and not Decision.objects.exists()
        and Review.objects.count() == 1
    )


def test_the_record_is_owed_15_and_20_working_days_after_the_review(planned, iro):
    record = submit(planned, iro).record
    assert (record.remind_on, record.due_on, record.distribution_due_on) == (
        date(2017, 8, 9),
        date(2017, 8, 16),
        date(2017, 8, 16),
    )


def test_the_24_hours_count_from_the_time_it_was_held_and_not_from_the_booking(planned, iro):
    booked = datetime(2017, 7, 18, 10, 0, tzinfo=LONDON)
    at = datetime(2017, 7, 17, 9, tzinfo=LONDON)
    book_review(planned, booked_for=booked, place="School", chair=iro, at=at, by=iro)
    assert planned.outcome_form.due_at == booked + timedelta(hours=24)
    submit(planned, iro, at=HELD_AT + timedelta(hours=24))
    form = OutcomeForm.objects.get(review=planned)
    assert form.due_at == HELD_AT + timedelta(hours=24)
    assert form.within_24_hours is True
    assert (form.submitted_by, form.attendees) == (iro, ["mother"])


def test_a_minute_past_24_hours_is_not_within_them(planned, iro):
    submit(planned, iro, at=HELD_AT + timedelta(hours=24, minutes=1))
    assert OutcomeForm.objects.get(review=planned).within_24_hours is False


def test_decisions_are_numbered_in_their_order(planned, iro):
    by = date(2017, 9, 1)
    submit(planned, iro, decisions=[Agreed("A", "Sam", by), Agreed("B", "Kim", by)])
    assert [str(one) for one in Decision.objects.all()] == ["1. A", "2. B"]


def test_the_booked_chair_stays_and_an_iro_who_submits_is_the_chair_of_none(
    planned, iro, other_iro, practice_manager
):
    assert submit(planned, iro).chair == iro
    following = Review.objects.planned().get()
    Review.objects.filter(pk=following.pk).update(chair=other_iro)
    following.refresh_from_db()
    later = {
        "held_at": datetime(2017, 9, 20, 10, 0, tzinfo=LONDON),
        "at": datetime(2017, 9, 20, 12, 0, tzinfo=LONDON),
    }
    assert submit(following, practice_manager, **later).chair == other_iro


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"held_at": HELD_AT + timedelta(days=2)}, "cannot be after today, 20 July 2017"),
        (
            {"held_at": datetime(2017, 7, 20, 10, 1, tzinfo=LONDON)},
            "cannot be later than now, 10:00",
        ),
        ({"held_at": HELD_AT - timedelta(days=30)}, "before Ella came into care on 22 June 2017"),
        ({"participation_code": "PN0"}, "Ella was already 4 on 19 July 2017"),
        ({"seen_alone": False}, "Say why Ella was not seen alone"),
        (
            {
                "held_at": HELD_AT + timedelta(days=2),
                "at": AT + timedelta(days=2),
            },
            "Say why the review was late: it was due on 20 July 2017",
        ),
    ],
)
def test_what_is_not_lawful_is_refused_and_nothing_is_kept(planned, iro, changes, sentence):
    with pytest.raises(Refusal, match=sentence):
        submit(planned, iro, **changes)
    assert untouched(planned)


def test_a_record_whose_day_cannot_be_counted_takes_the_whole_form_back(planned, iro):
    PeriodOfCare.objects.update(started_on=date(2010, 6, 1))
    Review.objects.update(base_on=date(2010, 6, 1), due_on=date(2010, 7, 1))
    planned.refresh_from_db()
    planned.period.refresh_from_db()
    held_at = datetime(2010, 6, 20, 10, 0, tzinfo=LONDON)
    with pytest.raises(Refusal, match="bank holidays of 2010 are not known"):
        submit(planned, iro, held_at=held_at, participation_code="PN0")
    assert untouched(planned)


def test_a_review_cancelled_meanwhile_cannot_be_submitted(planned, iro):
    Review.objects.update(cancelled_on=date(2017, 7, 19), cancelled_reason="Planned twice")
    with pytest.raises(Refusal, match="no longer planned"):
        submit(planned, iro)


def test_ones_own_draft_goes_with_the_form_and_anothers_waits(planned, iro, practice_manager):
    keep_draft(planned, answers={"method": ["video"]}, at=AT, by=iro)
    keep_draft(planned, answers={"method": ["phone"]}, at=AT, by=practice_manager)
    submit(planned, iro)
    assert Draft.objects.get().by == practice_manager
    with pytest.raises(Refusal, match=f"already submitted by {iro} at 10:00 on 20 July 2017"):
        keep_draft(planned, answers={"method": ["phone"]}, at=AT, by=iro)
    keep_beside(planned, answers={"method": ["in_person"]}, at=AT, by=practice_manager)
    assert Draft.objects.get().answers == {"method": ["in_person"]}


def test_nothing_half_written_is_kept_beside_a_completed_record(planned, iro, practice_manager):
    submit(planned, iro)
    Record.objects.update(discussion="x", completed_on=AT.date(), completed_by=iro)
    with pytest.raises(Refusal, match="already submitted"):
        keep_beside(planned, answers={"method": ["phone"]}, at=AT, by=practice_manager)
    assert not Draft.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_submit_at_once_one_wins_and_the_other_is_told(planned, iro, practice_manager):
    start, told = Barrier(2), []

    def hand_in(person, method):
        try:
            mine = Review.objects.get(pk=planned.pk)
            start.wait(timeout=30)
            submit(mine, person, method=method)
            told.append("kept")
        except Refusal as refusal:
            told.append(refusal.sentence)
        finally:
            connection.close()

    threads = [
        Thread(target=hand_in, args=(iro, "phone")),
        Thread(target=hand_in, args=(practice_manager, "video")),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    review = Review.objects.get(pk=planned.pk)
    winner = {"phone": iro, "video": practice_manager}[review.method]
    assert sorted(told) == sorted(
        ["kept", f"This outcome form was already submitted by {winner} at 10:00 on 20 July 2017."]
    )
    assert Record.objects.count() == 1
    assert Review.objects.planned().count() == 1
    assert OutcomeForm.objects.get().submitted_by == winner
