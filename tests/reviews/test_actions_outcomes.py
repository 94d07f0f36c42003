"""What became of decisions: done, partly, not done and why; carried forward once."""

from datetime import date

import pytest

from iro_service.refusals import Refusal
from reviews.actions.outcomes import Became, carry_forward, record_outcomes
from reviews.models import Decision, DecisionSheet
from tests.factories import DecisionFactory, DecisionSheetFactory
from tests.reviews.cases import child_of, review_held

TODAY = date(2017, 7, 20)
pytestmark = pytest.mark.usefixtures("council")


@pytest.fixture
def decision(iro):
    """Decision 1 of a review held in January, to be done by 1 March."""
    review = review_held(child_of(iro), date(2017, 1, 10))
    return DecisionFactory(review=review, number=1, by_when=date(2017, 3, 1))


def test_what_became_of_it_is_kept_with_its_day(iro, decision):
    record_outcomes(decision.review, outcomes={1: Became("done")}, on=TODAY, by=iro)
    decision.refresh_from_db()
    assert (decision.outcome, decision.outcome_on) == ("done", TODAY)


@pytest.mark.parametrize(
    ("became", "sentence"),
    [
        (Became("not_done"), "Say why decision 1 was not done."),
        (Became("not_done", "   "), "Say why decision 1 was not done."),
        (Became("perhaps"), "Say what became of decision 1: done, partly done or not done."),
        (Became("done", "", "partly"), "Decision 1 was changed meanwhile: it is not known now."),
    ],
)
def test_an_answer_that_is_none_is_refused(iro, decision, became, sentence):
    with pytest.raises(Refusal) as refusal:
        record_outcomes(decision.review, outcomes={1: became}, on=TODAY, by=iro)
    assert refusal.value.sentence == sentence
    decision.refresh_from_db()
    assert decision.outcome == ""


def test_of_several_answers_one_refused_keeps_none(iro, decision):
    DecisionFactory(review=decision.review, number=2)
    outcomes = {1: Became("done"), 2: Became("not_done")}
    with pytest.raises(Refusal):
        record_outcomes(decision.review, outcomes=outcomes, on=TODAY, by=iro)
    assert not Decision.objects.exclude(outcome="").exists()


@pytest.mark.parametrize(
    ("on", "overdue"),
    [(date(2017, 3, 1), 0), (date(2017, 3, 2), 1)],
)
def test_a_decision_is_overdue_the_day_after(decision, on, overdue):
    assert Decision.objects.overdue(on=on).count() == overdue


def test_what_is_known_or_of_a_child_no_longer_looked_after_is_not_overdue(iro, decision):
    assert Decision.objects.overdue(on=TODAY).exists()
    period = decision.review.period
    period.ended_on, period.reason_ended = date(2017, 7, 1), "E4a"
    period.save()
    assert not Decision.objects.overdue(on=TODAY).exists()


def test_it_is_carried_forward_to_the_next_review_with_its_words(iro, decision):
    later = review_held(decision.review.child, date(2017, 7, 10))
    DecisionFactory(review=later, number=1)
    carried = carry_forward(decision, into=later, by_when=date(2017, 9, 1), on=TODAY, by=iro)
    assert (carried.number, carried.text, carried.owner) == (2, decision.text, decision.owner)
    assert carried.carried_from == decision
    assert DecisionSheet.objects.get(review=later).due_on == date(2017, 7, 17)


def test_it_is_carried_forward_once_and_then_stands(iro, decision):
    later = review_held(decision.review.child, date(2017, 7, 10))
    carry_forward(decision, into=later, by_when=date(2017, 9, 1), on=TODAY, by=iro)
    with pytest.raises(Refusal, match="Decision 1 was already carried forward"):
        carry_forward(decision, into=later, by_when=date(2017, 9, 1), on=TODAY, by=iro)
    with pytest.raises(Refusal, match="carried forward, so it stands"):
        record_outcomes(decision.review, outcomes={1: Became("done")}, on=TODAY, by=iro)


def test_it_is_not_carried_to_another_child_back_in_time_or_into_decisions_sent(iro, decision):
    elsewhere = review_held(child_of(iro), date(2017, 7, 10))
    before = review_held(decision.review.child, date(2016, 11, 1))
    later = review_held(decision.review.child, date(2017, 7, 10))
    DecisionSheetFactory(review=later, sent_on=date(2017, 7, 12))
    for into in (elsewhere, before, later):
        with pytest.raises(Refusal):
            carry_forward(decision, into=into, by_when=date(2017, 9, 1), on=TODAY, by=iro)
    assert Decision.objects.count() == 1


def test_the_last_reviews_decisions_are_those_before_a_review_held_or_planned(iro, decision):
    child = decision.review.child
    newer = DecisionFactory(review=review_held(child, date(2017, 4, 3)), number=1)
    held = review_held(child, date(2017, 7, 10))
    last = Decision.objects.of_last_review_before
    assert list(last(held)) == [newer]
    assert list(last(newer.review)) == [decision]
    assert list(last(decision.review)) == []
