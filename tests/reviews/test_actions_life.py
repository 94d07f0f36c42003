"""A plan adjourned, held in parts, cancelled: whatever happens, its due day stays."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.booking import book_review, book_together, bring_forward
from reviews.actions.life import add_part, adjourn_review, cancel_review
from reviews.forms.known_answers import known_answers
from reviews.models import (
    Adjournment,
    ChildsPage,
    Draft,
    Invitation,
    OutcomeForm,
    PlanChange,
    Review,
    ReviewPart,
)
from tests.factories import PeriodFactory, ReviewFactory
from tests.reviews.at_once import at_once
from tests.reviews.cases import child_of, review_due
from tests.reviews.test_actions_outcome import submit

LONDON = ZoneInfo("Europe/London")
AT = datetime(2017, 7, 20, 14, 0, tzinfo=UTC)
TODAY = date(2017, 7, 20)


def adjourn(review, by, on=date(2017, 7, 19), at=AT):
    return adjourn_review(review, adjourned_on=on, reason="Dad was not told", at=at, by=by)


def book(review, by, day=date(2017, 7, 24), at=AT, **more):
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=LONDON)
    return book_review(
        review, booked_for=moment, place="School", chair=by, at=at, by=by, **more
    )  # fmt: skip


@pytest.mark.parametrize(
    ("adjourned_on", "resume_by"),
    [
        (date(2016, 12, 5), date(2017, 1, 5)),  # over Christmas and New Year
        (date(2017, 3, 31), date(2017, 5, 3)),  # over Easter and May Day
        (date(2016, 2, 29), date(2016, 3, 30)),  # from a leap day, over Easter
        (date(2020, 4, 14), date(2020, 5, 13)),  # May Day moved to 8 May
        (date(2022, 5, 16), date(2022, 6, 15)),  # over the jubilee's two days
        (date(2022, 8, 30), date(2022, 9, 28)),  # over the Queen's funeral
        (date(2023, 4, 17), date(2023, 5, 17)),  # over the coronation
        (date(2017, 7, 22), date(2017, 8, 18)),  # from a Saturday
    ],
)
def test_an_adjourned_review_is_resumed_within_20_working_days(iro, adjourned_on, resume_by):
    began = adjourned_on - timedelta(days=7)
    period = PeriodFactory(started_on=began, child__date_of_birth=date(2010, 5, 1))
    review = ReviewFactory(period=period)
    at = datetime.combine(adjourned_on, AT.time(), tzinfo=UTC)
    assert adjourn(review, iro, on=adjourned_on, at=at).resume_by == resume_by


def test_adjourning_ends_the_booking_and_keeps_the_due_day(planned, iro):
    book(planned, iro, TODAY)
    adjourn(planned, iro)
    planned.refresh_from_db()
    assert (planned.due_on, planned.booked_for, planned.report_due_on) == (TODAY, None, None)
    assert not OutcomeForm.objects.exists()
    book(planned, iro)
    assert OutcomeForm.objects.get().due_at == datetime(2017, 7, 25, 10, tzinfo=LONDON)
    kinds = list(PlanChange.objects.values_list("kind", flat=True))
    assert kinds == ["booked", "adjourned", "booked"]


def test_a_second_adjournment_is_refused_also_after_the_plan_was_cancelled(planned, iro):
    adjourn(planned, iro)
    with pytest.raises(Refusal, match="adjourned already, on 19 July 2017"):
        adjourn(planned, iro)
    again = cancel_review(planned, reason="Snow", at=AT, by=iro)
    with pytest.raises(Refusal, match="can be adjourned only once"):
        adjourn(again, iro)
    assert Adjournment.objects.count() == 1


def test_completed_after_the_due_day_an_adjourned_review_is_late(planned, iro):
    adjourn(planned, iro)
    later = datetime(2017, 7, 25, 9, tzinfo=UTC)
    known = known_answers(planned, iro)
    assert known["late_reason"] == "adjourned"
    held_at = datetime(2017, 7, 24, 10, tzinfo=LONDON)
    held = submit(planned, iro, held_at=held_at, at=later, late_reason="adjourned")
    assert (held.held_in_time, held.get_late_reason_display()) == (
        False,
        "The review was adjourned",
    )


def test_it_cannot_have_been_completed_before_it_was_adjourned(planned, iro):
    adjourn(planned, iro, on=date(2017, 7, 20))
    with pytest.raises(Refusal, match=r"adjourned on 20 July 2017, so it cannot have been compl"):
        submit(planned, iro)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2017, 7, 21), "cannot be after today, 20 July 2017"),
        (date(2017, 6, 21), "before Ella came into care on 22 June 2017"),
        (date(2010, 3, 3), "before Ella was born on 4 March 2010"),
    ],
)
def test_a_review_is_begun_on_a_day_that_can_be(planned, iro, day, sentence):
    with pytest.raises(Refusal, match=sentence):
        adjourn(planned, iro, on=day)
    with pytest.raises(Refusal, match=sentence):
        add_part(planned, held_on=day, with_whom="Ella", at=AT, by=iro)
    assert not Adjournment.objects.exists()
    assert not ReviewPart.objects.exists()


def test_the_last_part_is_the_day_it_was_held(planned, iro):
    for day, whom in ((17, "Ella and her carer"), (19, "her parents")):
        add_part(planned, held_on=date(2017, 7, day), with_whom=whom, at=AT, by=iro)
    assert known_answers(planned, iro)["held_on"] == date(2017, 7, 19)
    with pytest.raises(Refusal, match="before its last part, which was on 19 July 2017"):
        submit(planned, iro, held_at=datetime(2017, 7, 18, 10, tzinfo=LONDON))
    assert submit(planned, iro).held_on == date(2017, 7, 19)
    with pytest.raises(Refusal, match="held or cancelled meanwhile"):
        add_part(planned, held_on=TODAY, with_whom="the school", at=AT, by=iro)


def test_a_cancelled_review_is_planned_again_with_its_original_due_day(planned, iro):
    book(planned, iro)
    again = cancel_review(planned, reason="The carer is ill", at=AT, by=iro)
    planned.refresh_from_db()
    assert (planned.cancelled_on, planned.cancelled_reason) == (TODAY, "The carer is ill")
    assert (again.due_on, again.rule, again.base_on, again.booked_for) == (
        TODAY, "first_review", date(2017, 6, 22), None,
    )  # fmt: skip
    assert not OutcomeForm.objects.overdue(at=AT + timedelta(days=30)).exists()


def test_an_overdue_review_is_still_overdue_after_it_was_cancelled(planned, iro):
    later = AT + timedelta(days=10)
    again = cancel_review(planned, reason="The carer is ill", at=later, by=iro)
    assert list(Review.objects.overdue(on=later.date())) == [again]


def test_what_was_said_before_a_cancelled_review_goes_to_the_one_in_its_place(planned, iro):
    Draft.objects.create(review=planned, by=iro, answers={"next_steps": ["Ring"]}, saved_at=AT)
    Invitation.objects.create(
        review=planned, name="Sam Reed", role="social_worker", sent_on=TODAY, sent_by=iro
    )
    ChildsPage.objects.create(
        review=planned, kind="views", code_hash="x", made_at=AT, made_by=iro,
        expires_on=date(2017, 8, 1), answers={"good": "Football"},
    )  # fmt: skip
    again = cancel_review(planned, reason="The carer is ill", at=AT, by=iro)
    assert Draft.objects.get().review == again
    assert ChildsPage.objects.get().review == again
    asked_anew = again.invitations.get()
    assert (asked_anew.name, asked_anew.sent_on) == ("Sam Reed", None)


def test_no_review_is_planned_for_a_child_who_left_care(planned, iro):
    PeriodOfCare.objects.update(ended_on=date(2017, 7, 18), reason_ended="E4a")
    assert cancel_review(planned, reason="She went home", at=AT, by=iro) is None
    assert not Review.objects.planned().exists()


@pytest.mark.parametrize(
    ("deed", "answers"),
    [
        (adjourn_review, {"adjourned_on": TODAY, "reason": " "}),
        (cancel_review, {"reason": ""}),
        (add_part, {"held_on": TODAY, "with_whom": ""}),
    ],
)
def test_nothing_happens_without_a_word_about_it(planned, iro, deed, answers):
    with pytest.raises(Refusal, match="Say "):
        deed(planned, **answers, at=AT, by=iro)
    planned.refresh_from_db()
    assert planned.cancelled_on is None
    assert not PlanChange.objects.exists()
    assert not ReviewPart.objects.exists()


def test_what_the_first_childs_form_says_of_the_meeting_is_known_for_the_others(planned, iro):
    tom = review_due(child_of(iro, given_name="Tom"), date(2017, 8, 1))
    when = {"booked_for": datetime(2017, 7, 20, 9, tzinfo=LONDON), "place": "School", "chair": iro}
    book_together([planned, tom], **when, at=AT - timedelta(days=2), by=iro)
    planned.refresh_from_db()
    submit(planned, iro, attendees=["mother", "carer"], others_attending="Aunt Jo", method="video")
    tom = Review.objects.get(pk=tom.pk)
    known = known_answers(tom, iro)
    assert known["held_on"] == date(2017, 7, 19)
    assert f"{known['held_time']:%H:%M}" == "10:30"
    assert (known["method"], known["attendees"], known["others_attending"]) == (
        "video", ["mother", "carer"], "Aunt Jo",
    )  # fmt: skip
    assert "seen_alone" not in known  # asked of every child


DAYS = st.integers(min_value=-40, max_value=60)
DEEDS = st.tuples(st.sampled_from(["book", "forward", "adjourn", "cancel", "part"]), DAYS)


@given(st.lists(DEEDS, max_size=8))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_order_of_deeds_gives_a_later_due_day(planned, iro, deeds):
    """Whatever is tried, lawful or not, one plan stands and is due on the day it always was."""
    with transaction.atomic():
        at = AT
        for deed, days in deeds:
            at += timedelta(days=1)
            now = Review.objects.planned().get()
            moment, asked = at + timedelta(days=days), {"at": at, "by": iro}
            booking = {"booked_for": moment, "place": "x", "chair": iro, "reason": "x", **asked}
            try:
                match deed:
                    case "book":
                        book_review(now, **booking)
                    case "forward":
                        bring_forward(now, asked_by="child", **booking)
                    case "adjourn":
                        adjourn_review(now, adjourned_on=moment.date(), reason="x", **asked)
                    case "cancel":
                        cancel_review(now, reason="x", **asked)
                    case "part":
                        add_part(now, held_on=moment.date(), with_whom="x", **asked)
            except Refusal:
                pass
            assert Review.objects.planned().get().due_on == TODAY
            assert Adjournment.objects.count() <= 1
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_cancel_at_once_one_wins_and_one_plan_stands(planned, iro, practice_manager):
    told = at_once(
        lambda by: cancel_review(Review.objects.get(pk=planned.pk), reason="x", at=AT, by=by),
        iro, practice_manager,
    )  # fmt: skip
    assert told == [
        "done",
        "This review was held or cancelled meanwhile, so it cannot be cancelled.",
    ]
    assert Review.objects.planned().count() == Review.objects.cancelled().count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_adjourn_at_once_one_wins(planned, iro, practice_manager):
    told = at_once(
        lambda by: adjourn(Review.objects.get(pk=planned.pk), by), iro, practice_manager
    )  # fmt: skip
    assert told[0] == "done"
    assert told[1].startswith("This review was adjourned already, on 19 July 2017.")
    assert Adjournment.objects.count() == 1
