"""Correcting a form that was handed in: what stood there stays, nothing becomes timely by it."""

from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.db.utils import InternalError

from iro_service.refusals import Refusal
from reviews.actions.correction import CorrectedMeanwhile, correct_outcome_form
from reviews.actions.outcome import Agreed
from reviews.correcting import from_kept
from reviews.models import Correction, OutcomeForm, PlanChange, Record, Review
from tests.factories import HeldReviewFactory
from tests.reviews.test_actions_outcome import AT, HELD_AT, submit

LONDON = ZoneInfo("Europe/London")
WHY = "Typed the wrong day"


@pytest.fixture
def form(planned, iro):
    """Ella's first review was held on 19 July, a day before its last; the form came on the 20th."""
    submit(planned, iro, decisions=[Agreed("School place", "Sam", date(2017, 9, 1))])
    return OutcomeForm.objects.get(review=planned)


def correct(form, by, *, reason=WHY, version=0, at=AT, **changes):
    return correct_outcome_form(form, changes=changes, reason=reason, version=version, at=at, by=by)


def test_what_stood_there_before_is_kept_beside_what_stands_since(form, iro):
    correction = correct(form, iro, participation_code="PN4", attendees=["father"], concern="Drift")
    assert (correction.before["participation_code"], correction.before["attendees"]) == (
        "PN1",
        ["mother"],
    )
    assert from_kept(correction.after)["held_on"] == date(2017, 7, 19)
    form = OutcomeForm.objects.select_related("review").get(pk=form.pk)
    assert (form.review.participation_code, form.attendees, form.concern) == (
        "PN4",
        ["father"],
        "Drift",
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": " ", "concern": "x"}, "Say why the form is corrected"),
        ({"attendees": ["mother"]}, "Nothing was changed"),
        ({"participation_code": "PN0"}, "Ella was already 4 on 19 July 2017"),
        ({"seen_alone": False}, "Say why Ella was not seen alone"),
        ({"placement_right": False}, "Say why the placement is not right for Ella"),
        ({"held_on": date(2017, 7, 18)}, "Only a manager corrects the day"),
        ({"held_time": time(9)}, "Only a manager corrects the day"),
    ],
)
def test_what_is_not_right_is_refused_and_nothing_is_changed(form, iro, changes, sentence):
    with pytest.raises(Refusal, match=sentence):
        correct(form, iro, **changes)
    assert not Correction.objects.exists()
    form.review.refresh_from_db()
    assert (form.review.participation_code, form.review.held_on) == ("PN1", date(2017, 7, 19))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2017, 7, 21), "after its outcome form was submitted on 20 July 2017"),
        (date(2017, 6, 21), "before Ella came into care on 22 June 2017"),
    ],
)
def test_a_manager_cannot_move_the_day_where_it_cannot_be(form, practice_manager, day, sentence):
    with pytest.raises(Refusal, match=sentence):
        correct(form, practice_manager, held_on=day)


def test_a_review_stays_in_its_place_among_the_childs_reviews(form, practice_manager):
    HeldReviewFactory(period=form.review.period, held_on=date(2017, 7, 3), rule="later_review")
    with pytest.raises(Refusal, match="The review before it was held on 3 July 2017"):
        correct(form, practice_manager, held_on=date(2017, 7, 3))


def test_an_earlier_day_brings_what_is_open_forward(form, practice_manager):
    correct(form, practice_manager, held_on=date(2017, 7, 12))
    record = Record.objects.get(review=form.review)
    assert (record.remind_on, record.due_on) == (date(2017, 8, 2), date(2017, 8, 9))
    assert form.review.decision_sheet.due_on == date(2017, 7, 19)
    following = Review.objects.planned().get(child=form.review.child)
    assert (following.base_on, following.due_on) == (date(2017, 7, 12), date(2017, 10, 12))
    change = PlanChange.objects.get(review=following, kind="replanned")
    assert (change.day_after, change.asked_by) == (date(2017, 10, 12), "law")
    assert WHY in change.reason


def test_the_due_day_and_the_hours_of_the_form_stay(form, practice_manager):
    due_on, due_at = form.review.due_on, form.due_at
    correct(form, practice_manager, held_on=date(2017, 7, 12), held_time=time(9))
    form = OutcomeForm.objects.select_related("review").get(pk=form.pk)
    assert (form.review.due_on, form.due_at) == (due_on, due_at)


def test_a_day_after_the_last_lawful_one_makes_it_late_and_asks_why(planned, practice_manager):
    late = datetime(2017, 7, 25, 9, tzinfo=UTC)
    submit(planned, practice_manager, at=late)
    form = OutcomeForm.objects.get(review=planned)
    with pytest.raises(Refusal, match="Say why the review was late: it was due on 20 July 2017"):
        correct(form, practice_manager, at=late, held_on=date(2017, 7, 24))
    correct(form, practice_manager, at=late, held_on=date(2017, 7, 24), late_reason="court")
    planned.refresh_from_db()
    assert (planned.held_in_time, planned.late_reason) == (False, "court")
    correct(form, practice_manager, at=late, version=1, held_on=date(2017, 7, 20))
    planned.refresh_from_db()
    assert (planned.held_in_time, planned.late_reason) == (True, "")


def test_an_overdue_record_and_an_overdue_review_stay_overdue(planned, practice_manager):
    submitted = datetime(2017, 7, 25, 9, tzinfo=UTC)
    submit(planned, practice_manager, held_at=HELD_AT - timedelta(days=14), at=submitted)
    form = OutcomeForm.objects.get(review=planned)
    following = Review.objects.planned().get(child=planned.child)
    was = (planned.record.due_on, following.due_on)
    long_after = datetime(2017, 12, 1, 9, tzinfo=UTC)
    correct(form, practice_manager, at=long_after, held_on=date(2017, 7, 19))
    assert (Record.objects.get(review=planned).due_on, following.due_on) == was
    following.refresh_from_db()
    assert following.due_on == was[1] == date(2017, 10, 5)


def test_a_completed_record_keeps_its_days(form, iro, practice_manager):
    Record.objects.update(discussion="x", completed_on=date(2017, 7, 20), completed_by=iro)
    correct(form, practice_manager, held_on=date(2017, 7, 12))
    assert Record.objects.get().due_on == date(2017, 8, 16)


def test_a_late_form_cannot_be_made_timely_by_anybody(planned, practice_manager):
    submit(planned, practice_manager, at=HELD_AT + timedelta(hours=30))
    form = OutcomeForm.objects.get()
    correct(form, practice_manager, at=HELD_AT + timedelta(hours=31), held_time=time(17))
    assert OutcomeForm.objects.get().within_24_hours is False
    for change in ({"submitted_at": HELD_AT}, {"due_at": HELD_AT + timedelta(days=9)}):
        with pytest.raises(InternalError, match="submitted_once"), transaction.atomic():
            OutcomeForm.objects.update(**change)


def test_a_form_not_handed_in_and_a_review_recorded_in_error_are_not_corrected(form, iro):
    Review.objects.filter(pk=form.review_id).update(struck_on=date(2017, 7, 20))
    with pytest.raises(Refusal, match="held and stands"):
        correct(form, iro, concern="x")


def test_who_opened_it_before_another_corrected_it_is_told(form, iro, practice_manager):
    correct(form, practice_manager, concern="Theirs")
    with pytest.raises(CorrectedMeanwhile, match=f"{practice_manager} corrected this form") as told:
        correct(form, iro, concern="Mine")
    assert told.value.correction.after["concern"] == "Theirs"
    assert correct(form, iro, version=1, concern="Mine").before["concern"] == "Theirs"


def at_once(*deeds) -> list[str]:
    """What became of deeds done at the same moment, each in a connection of its own."""
    start, told = Barrier(len(deeds)), []

    def do(deed):
        try:
            start.wait(timeout=30)
            deed()
            told.append("kept")
        except Refusal as refusal:
            told.append(refusal.sentence)
        finally:
            connection.close()

    threads = [Thread(target=do, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return told


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_at_once_one_wins_and_the_other_is_told(form, iro, practice_manager):
    told = at_once(
        lambda: correct(form, iro, concern="One"),
        lambda: correct(form, practice_manager, concern="Two"),
    )
    correction = Correction.objects.get()
    assert sorted(one.partition(" corrected")[0] for one in told) == sorted(
        ["kept", str(correction.by)]
    )
    assert OutcomeForm.objects.get().concern == correction.after["concern"]


@pytest.mark.django_db(transaction=True)
def test_a_correction_while_the_form_goes_in_waits_or_is_refused(planned, iro, practice_manager):
    form = OutcomeForm.objects.create(review=planned, due_at=HELD_AT)
    told = at_once(
        lambda: submit(planned, iro), lambda: correct(form, practice_manager, concern="Early")
    )
    assert "kept" in told
    assert OutcomeForm.objects.get().submitted_by == iro
    kept = Correction.objects.count()
    assert told.count("kept") == 1 + kept
    assert OutcomeForm.objects.get().concern == ("Early" if kept else "")
