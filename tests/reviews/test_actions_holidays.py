"""A proclaimed bank holiday moves open deadlines counted across it, and nothing that is closed."""

from datetime import UTC, date, datetime

import pytest

from cohort.models import ProclaimedHoliday
from iro_service.refusals import Refusal
from reviews.actions.holidays import (
    proclaim_holiday,
    withdraw_holiday,
    would_move_with,
    would_move_without,
)
from reviews.models import Adjournment, DecisionSheet, PlanChange, Review
from tests.factories import HeldReviewFactory, PeriodFactory, RecordFactory, ReviewFactory

NOW = datetime(2017, 7, 20, 11, 0, tzinfo=UTC)  # a Thursday
NEXT_WEDNESDAY, LAST_WEDNESDAY = date(2017, 7, 26), date(2017, 7, 12)
FUNERAL = "State funeral"


def day(text: str) -> date:
    return date.fromisoformat(text)


def proclaim(holiday, by):
    return proclaim_holiday(holiday, name=FUNERAL, at=NOW, by=by)


# The holiday, the day the child came into care, and the first review's day before and after.
FIRST_REVIEWS = [
    (NEXT_WEDNESDAY, "2017-07-03", "2017-07-31", "2017-08-01"),
    # The day before it: the count is over.
    (NEXT_WEDNESDAY, "2017-06-27", "2017-07-25", "2017-07-25"),
    # On the day itself, which is no lawful last day any more.
    (NEXT_WEDNESDAY, "2017-06-28", "2017-07-26", "2017-07-27"),
    # A Friday moves over the weekend.
    (NEXT_WEDNESDAY, "2017-06-30", "2017-07-28", "2017-07-31"),
    # The day the clock starts is never counted, so it may be a holiday too.
    (LAST_WEDNESDAY, "2017-07-12", "2017-08-09", "2017-08-09"),
    (LAST_WEDNESDAY, "2017-07-11", "2017-08-08", "2017-08-09"),
    # Entered late. It was due on the 20th by law, which is today.
    (LAST_WEDNESDAY, "2017-06-21", "2017-07-19", "2017-07-20"),
    # Entered late, and late all the same.
    (LAST_WEDNESDAY, "2017-06-20", "2017-07-18", "2017-07-19"),
]


@pytest.mark.parametrize(("holiday", "since", "before", "after"), FIRST_REVIEWS)
def test_a_first_review_across_the_day_is_due_a_working_day_later(
    practice_manager, holiday, since, before, after
):
    review = ReviewFactory(period=PeriodFactory(started_on=day(since)))
    assert review.due_on == day(before)
    foreseen = would_move_with(holiday, FUNERAL)
    moves = proclaim(holiday, practice_manager)
    review.refresh_from_db()
    assert review.due_on == day(after)
    assert len(moves) == len(foreseen) == (before != after)
    changes = list(PlanChange.objects.values_list("kind", "asked_by", "day_before", "day_after"))
    assert changes == ([("holiday", "law", day(before), day(after))] if moves else [])


def test_every_open_deadline_in_working_days_moves(practice_manager, iro):
    held = HeldReviewFactory(period__started_on=day("2017-06-05"), held_on=day("2017-07-03"))
    record = RecordFactory(review=held)  # to remind of on 24 July, due on 31 July
    late = HeldReviewFactory(period__started_on=day("2017-06-05"), held_on=day("2017-07-10"))
    reminded = RecordFactory(review=late)  # to remind of on 31 July, due on 7 August
    sheet = DecisionSheet.objects.create(
        review=HeldReviewFactory(held_on=day("2017-07-19")), due_on=NEXT_WEDNESDAY
    )
    sent = DecisionSheet.objects.create(
        review=HeldReviewFactory(held_on=day("2017-07-18")), due_on=day("2017-07-25"),
        sent_on=day("2017-07-20"), sent_by=iro, answer_due_on=day("2017-07-27"),
    )  # fmt: skip
    adjourned = Adjournment.objects.create(
        review=ReviewFactory(rule="later_review", due_on=day("2017-07-10")),
        adjourned_on=day("2017-07-03"), resume_by=day("2017-07-31"), reason="Court", by=iro,
    )  # fmt: skip
    proclaim(NEXT_WEDNESDAY, practice_manager)
    for row in (record, reminded, sheet, sent, adjourned):
        row.refresh_from_db()
    assert (record.remind_on, record.due_on, record.distribution_due_on) == (
        day("2017-07-24"),
        day("2017-08-01"),
        day("2017-08-01"),
    )
    assert (reminded.remind_on, reminded.due_on) == (day("2017-08-01"), day("2017-08-08"))
    assert sheet.due_on == day("2017-07-27")
    assert (sent.due_on, sent.answer_due_on) == (day("2017-07-25"), day("2017-07-28"))
    assert adjourned.resume_by == day("2017-08-01")
    assert adjourned.review.due_on == day("2017-07-10")  # months know no holidays


def test_what_is_closed_never_moves(practice_manager, iro):
    held = HeldReviewFactory(period__started_on=day("2017-06-20"), held_on=day("2017-07-19"))
    assert (held.due_on, held.late_reason) == (day("2017-07-18"), "court")
    record = RecordFactory(
        review=HeldReviewFactory(period__started_on=day("2017-05-25"), held_on=day("2017-06-21")),
        completed_on=day("2017-07-20"), completed_by=iro,
        distributed_on=day("2017-07-20"), distributed_by=iro,
    )  # fmt: skip
    completed = RecordFactory(
        review=HeldReviewFactory(period__started_on=day("2017-05-25"), held_on=day("2017-06-22")),
        completed_on=day("2017-07-20"), completed_by=iro,
    )  # fmt: skip
    sheet = DecisionSheet.objects.create(
        review=HeldReviewFactory(held_on=day("2017-07-11")), due_on=day("2017-07-18"),
        sent_on=day("2017-07-19"), sent_by=iro, answer_due_on=day("2017-07-26"),
    )  # fmt: skip
    proclaim(LAST_WEDNESDAY, practice_manager)
    for row in (held, record, completed, sheet):
        row.refresh_from_db()
    assert (held.due_on, held.held_in_time) == (day("2017-07-18"), False)
    assert (record.due_on, record.completed_in_time) == (day("2017-07-19"), False)
    assert record.distribution_due_on == day("2017-07-19")
    assert completed.due_on == day("2017-07-20")
    assert completed.distribution_due_on == day("2017-07-21")  # it is still to be sent
    assert (sheet.due_on, sheet.sent_in_time) == (day("2017-07-18"), False)


def test_a_cancelled_review_does_not_move(practice_manager):
    review = ReviewFactory(
        period=PeriodFactory(started_on=day("2017-07-03")),
        cancelled_on=day("2017-07-19"), cancelled_reason="No longer looked after",
    )  # fmt: skip
    assert proclaim(NEXT_WEDNESDAY, practice_manager) == []
    review.refresh_from_db()
    assert review.due_on == day("2017-07-31")


def test_two_holidays_move_a_deadline_twice(practice_manager):
    review = ReviewFactory(period=PeriodFactory(started_on=day("2017-07-03")))
    proclaim(NEXT_WEDNESDAY, practice_manager)
    proclaim(date(2017, 8, 1), practice_manager)
    review.refresh_from_db()
    assert review.due_on == day("2017-08-02")


def test_the_social_workers_report_is_not_due_sooner(practice_manager):
    review = ReviewFactory(
        period=PeriodFactory(started_on=day("2017-07-03")), report_due_on=day("2017-07-25")
    )
    proclaim(NEXT_WEDNESDAY, practice_manager)
    review.refresh_from_db()
    assert review.report_due_on == day("2017-07-25")


@pytest.mark.parametrize(
    ("holiday", "sentence"),
    [
        ("2017-07-22", "22 July 2017 is on a weekend"),
        ("2017-08-28", "28 August 2017 is a bank holiday already: Summer bank holiday"),
        ("2017-07-26", "26 July 2017 is a bank holiday already: State funeral"),
        ("2029-03-01", "The bank holidays of 2029 are not known yet"),
        ("2011-04-29", "The bank holidays of 2011 are not known"),
    ],
)
def test_such_a_day_cannot_be_proclaimed(practice_manager, holiday, sentence):
    proclaim(NEXT_WEDNESDAY, practice_manager)
    with pytest.raises(Refusal, match=sentence):
        proclaim(day(holiday), practice_manager)
    assert ProclaimedHoliday.objects.count() == 1


def test_only_a_manager_proclaims(iro):
    with pytest.raises(Refusal, match="Only a manager"):
        proclaim(NEXT_WEDNESDAY, iro)


def test_a_day_entered_by_mistake_is_taken_out_and_open_deadlines_move_back(practice_manager):
    review = ReviewFactory(period=PeriodFactory(started_on=day("2017-07-03")))
    proclaim(NEXT_WEDNESDAY, practice_manager)
    holiday = ProclaimedHoliday.objects.get()
    assert len(would_move_without(holiday, on=NOW.date())) == 1
    withdraw_holiday(holiday, at=NOW, by=practice_manager)
    review.refresh_from_db()
    assert review.due_on == day("2017-07-31")
    assert not ProclaimedHoliday.objects.exists()
    assert "26 July 2017 is a working day after all" in PlanChange.objects.last().reason


@pytest.mark.parametrize(
    ("since", "with_it", "without_it"),
    [
        ("2017-06-21", "2017-07-20", "2017-07-20"),  # it would be yesterday: today, then
        ("2017-06-20", "2017-07-19", "2017-07-19"),  # overdue already, and stays as it is
        ("2017-06-22", "2017-07-21", "2017-07-20"),
    ],
)
def test_taking_a_day_out_makes_nothing_overdue(practice_manager, since, with_it, without_it):
    review = ReviewFactory(period=PeriodFactory(started_on=day(since)))
    proclaim(LAST_WEDNESDAY, practice_manager)
    review.refresh_from_db()
    assert review.due_on == day(with_it)
    withdraw_holiday(ProclaimedHoliday.objects.get(), at=NOW, by=practice_manager)
    review.refresh_from_db()
    assert review.due_on == day(without_it)


def test_it_is_taken_out_once(practice_manager):
    proclaim(NEXT_WEDNESDAY, practice_manager)
    holiday = ProclaimedHoliday.objects.get()
    withdraw_holiday(holiday, at=NOW, by=practice_manager)
    holiday.pk = 4711
    with pytest.raises(Refusal, match="taken this bank holiday out already"):
        withdraw_holiday(holiday, at=NOW, by=practice_manager)


def test_the_page_shows_what_would_move_before_it_does(client_for, practice_manager):
    review = ReviewFactory(period=PeriodFactory(started_on=day("2017-07-03")))
    manager = client_for(practice_manager)
    typed = {"day_0": "26", "day_1": "7", "day_2": "2017", "name": "<b>Funeral</b>"}
    shown = manager.post("/bank-holidays/add/", typed).content.decode()
    assert "1 review to hold" in shown
    assert "31 July 2017" in shown
    assert "1 August 2017" in shown
    assert "&lt;b&gt;Funeral" in shown
    assert not ProclaimedHoliday.objects.exists()
    answer = manager.post("/bank-holidays/add/", typed | {"confirmed": "yes"}, follow=True)
    assert "1 open deadline moved" in answer.content.decode()
    review.refresh_from_db()
    assert review.due_on == day("2017-08-01")
    pk = ProclaimedHoliday.objects.get().pk
    assert "1 review to hold" in manager.get(f"/bank-holidays/{pk}/remove/").content.decode()
    manager.post(f"/bank-holidays/{pk}/remove/")
    assert Review.objects.get().due_on == day("2017-07-31")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("31", "2", "2018"), "31 February 2018 is not a real day"),
        (("25", "12", "2017"), "25 December 2017 is a bank holiday already: Christmas Day"),
        (("22", "7", "2017"), "22 July 2017 is on a weekend"),
        (("1", "3", "2029"), "The bank holidays of 2029 are not known yet"),
    ],
)
def test_a_day_that_cannot_be_gets_one_sentence_and_keeps_the_words(
    client_for, practice_manager, typed, sentence
):
    data = dict(zip(("day_0", "day_1", "day_2"), typed, strict=True)) | {"name": "Funeral"}
    answer = client_for(practice_manager).post("/bank-holidays/add/", data).content.decode()
    assert sentence in answer
    assert 'value="Funeral"' in answer
