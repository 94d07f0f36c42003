"""Decisions go to the team manager in 5 working days and are answered in 5; silence agrees."""

from datetime import date

import pytest

from iro_service.refusals import Refusal
from reviews.actions.decisions import (
    answer_decisions,
    owe_sheet,
    send_decisions,
    settle_objection,
)
from reviews.models import DecisionSheet
from tests.factories import (
    CaseHoldingFactory,
    DecisionSheetFactory,
    HeldReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.usefixtures("council")
SENT = date(2017, 7, 13)  # a Thursday: to be answered by Thursday 20 July


@pytest.fixture
def sent(responding_manager):
    """A sheet sent to the manager a week before the business day."""
    return DecisionSheetFactory(
        review__held_on=date(2017, 7, 11), manager=responding_manager, sent_on=SENT
    )


@pytest.mark.parametrize(
    ("held_on", "due_on"),
    [
        (date(2017, 7, 13), date(2017, 7, 20)),  # over one weekend
        (date(2017, 7, 15), date(2017, 7, 21)),  # held on a Saturday
        (date(2017, 4, 12), date(2017, 4, 21)),  # Good Friday and Easter Monday left out
        (date(2016, 12, 22), date(2017, 1, 3)),  # Christmas, Boxing and New Year's Day
        (date(2022, 5, 30), date(2022, 6, 8)),  # 2 and 3 June, the jubilee
        (date(2022, 9, 15), date(2022, 9, 23)),  # the Queen's funeral
        (date(2023, 5, 5), date(2023, 5, 15)),  # the coronation, on the 8th
    ],
)
def test_they_are_to_be_sent_five_working_days_after_the_review(held_on, due_on):
    review = HeldReviewFactory(
        period__started_on=held_on, due_on=held_on, held_on=held_on, base_on=held_on
    )
    assert owe_sheet(review, on=held_on).due_on == due_on


def test_they_go_to_the_manager_whose_team_held_the_case_on_the_day(responding_manager):
    review = HeldReviewFactory(held_on=date(2017, 7, 11))
    later = UserFactory(role="responding_manager")
    CaseHoldingFactory(
        child=review.child, team__manager=responding_manager, ended_on=date(2017, 7, 12)
    )
    CaseHoldingFactory(child=review.child, team__manager=later, started_on=date(2017, 7, 12))
    assert owe_sheet(review, on=review.held_on).manager == responding_manager


def test_a_manager_who_left_is_not_chosen():
    gone = UserFactory(role="responding_manager", is_active=False)
    review = HeldReviewFactory(held_on=date(2017, 7, 11))
    CaseHoldingFactory(child=review.child, team__manager=gone)
    assert owe_sheet(review, on=review.held_on).manager is None


def test_sending_starts_the_managers_five_working_days(iro):
    sheet = DecisionSheetFactory(review__held_on=date(2017, 7, 11))
    sheet = send_decisions(sheet, on=date(2017, 7, 18), by=iro)
    assert (sheet.answer_due_on, sheet.sent_in_time) == (date(2017, 7, 25), True)


def test_sent_the_day_after_the_fifth_is_late(iro):
    sheet = DecisionSheetFactory(review__held_on=date(2017, 7, 11))
    assert send_decisions(sheet, on=date(2017, 7, 19), by=iro).sent_in_time is False


def test_they_are_sent_once_and_the_second_is_told_by_whom(iro, sent):
    with pytest.raises(Refusal, match=f"already sent to {sent.manager} by .* on 13 July 2017"):
        send_decisions(sent, on=date(2017, 7, 14), by=iro)


def test_without_a_manager_they_are_not_sent(iro):
    sheet = DecisionSheetFactory(manager=None)
    with pytest.raises(Refusal, match="Choose the team manager"):
        send_decisions(sheet, on=date(2017, 7, 20), by=iro)
    with pytest.raises(Refusal, match="Choose the team manager"):
        send_decisions(sheet, manager=UserFactory(), on=date(2017, 7, 20), by=iro)  # an IRO


def test_they_are_answered_once(sent):
    answer_decisions(sent, answer="agrees", on=date(2017, 7, 20), by=sent.manager)
    with pytest.raises(Refusal, match="already answered on 20 July 2017"):
        answer_decisions(sent, answer="objects", text="No.", on=date(2017, 7, 20), by=sent.manager)
    assert DecisionSheet.objects.get().answer == "agrees"


def test_only_the_manager_they_were_sent_to_answers(sent):
    other = UserFactory(role="responding_manager")
    with pytest.raises(Refusal, match="not waiting for your answer"):
        answer_decisions(sent, answer="agrees", on=date(2017, 7, 20), by=other)


@pytest.mark.parametrize("answer", ["comments", "objects"])
def test_comments_and_objections_need_words(sent, answer):
    with pytest.raises(Refusal, match="Enter"):
        answer_decisions(sent, answer=answer, text="  ", on=date(2017, 7, 20), by=sent.manager)


@pytest.mark.parametrize(
    ("on", "by_silence"),
    [(date(2017, 7, 20), False), (date(2017, 7, 21), True)],  # the last day, and the day after
)
def test_silence_is_agreement_from_the_day_after_the_last(sent, on, by_silence):
    assert sent.agreed_by_silence(on=on) is by_silence
    assert DecisionSheet.objects.agreed_by_silence(on=on).exists() is by_silence
    assert DecisionSheet.objects.to_answer(on=on).exists() is not by_silence


@pytest.mark.parametrize(("on", "late"), [(date(2017, 7, 20), False), (date(2017, 7, 21), True)])
def test_a_late_answer_is_kept_and_marked(sent, on, late):
    sheet = answer_decisions(sent, answer="objects", text="Not so.", on=on, by=sent.manager)
    assert (sheet.answer_text, sheet.answered_late) == ("Not so.", late)
    assert not DecisionSheet.objects.agreed_by_silence(on=date(2017, 8, 1)).exists()


def test_an_objection_waits_until_how_it_ended_is_noted_once(iro, sent):
    answer_decisions(sent, answer="objects", text="Not so.", on=date(2017, 7, 20), by=sent.manager)
    assert DecisionSheet.objects.to_settle().count() == 1
    settle_objection(sent, note="The decision stands.", on=date(2017, 7, 20), by=iro)
    assert DecisionSheet.objects.to_settle().count() == 0
    with pytest.raises(Refusal, match="already noted by"):
        settle_objection(sent, note="It falls.", on=date(2017, 7, 20), by=iro)


def test_what_is_no_objection_cannot_be_settled(iro, sent):
    with pytest.raises(Refusal, match="no objection"):
        settle_objection(sent, note="Well.", on=date(2017, 7, 20), by=iro)


def test_decisions_of_a_review_recorded_in_error_wait_for_nobody(iro, sent):
    sent.review.struck_on = date(2017, 7, 14)
    sent.review.save()
    assert not DecisionSheet.objects.unanswered().exists()
    assert not DecisionSheet.objects.visible_to(sent.manager, on=date(2017, 7, 20)).exists()
