"""An advocate or independent visitor for a child: each step in its order and on a day that fits."""

from datetime import date

import pytest

from cohort.actions.support import (
    decline_at_once,
    decline_support,
    end_support,
    match_support,
    offer_support,
    refer_child,
    refer_support,
    take_out_support,
)
from cohort.models import Support
from cohort.support import days_waited, state_of, steps_of
from iro_service.refusals import Refusal
from statute.calendar import known_calendar
from tests.factories import AllocationFactory, ChildFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture
def ella(iro):
    return AllocationFactory(child=ChildFactory(given_name="Ella"), iro=iro).child


@pytest.fixture
def asked(iro):
    return {"on": TODAY, "by": iro}


def test_from_the_offer_to_the_end(ella, asked):
    support = offer_support(ella, service="advocate", offered_on=day("2017-05-02"), **asked)
    assert state_of(support) == "offered"
    support = refer_support(support, referred_on=day("2017-05-05"), **asked)
    assert state_of(support) == "waiting"
    assert list(Support.objects.waiting()) == [support]
    support = match_support(support, matched_on=day("2017-05-19"), supporter="Ivy Moss", **asked)
    assert (state_of(support), support.supporter) == ("matched", "Ivy Moss")
    # 5 to 19 May 2017 has ten working days, 5 May itself not counted; 1 May was a bank holiday.
    assert days_waited(support, known_calendar(), on=TODAY) == 10
    support = end_support(support, ended_on=day("2017-07-18"), reason="Moved away", **asked)
    assert (state_of(support), steps_of(support)) == ("ended", ())
    assert list(Support.objects.ended()) == [support]


def test_who_waits_has_waited_till_today(ella, asked):
    """14 working days from 30 June to 20 July 2017."""
    support = refer_child(ella, service="visitor", referred_on=day("2017-06-30"), **asked)
    assert days_waited(support, known_calendar(), on=TODAY) == 14


def test_what_was_declined_may_be_offered_again(ella, asked):
    decline_at_once(ella, service="advocate", declined_on=day("2017-05-02"), **asked)
    offer = offer_support(ella, service="advocate", offered_on=day("2017-07-03"), **asked)
    declined = decline_support(offer, declined_on=day("2017-07-04"), **asked)
    assert state_of(declined) == "declined"
    assert Support.objects.declined().count() == 2
    assert not Support.objects.ended().exists()


def test_one_of_a_kind_is_under_way_at_a_time(ella, asked):
    offer_support(ella, service="advocate", offered_on=day("2017-05-02"), **asked)
    with pytest.raises(Refusal, match="An advocate for Ella is under way already"):
        refer_child(ella, service="advocate", referred_on=TODAY, **asked)
    refer_child(ella, service="visitor", referred_on=TODAY, **asked)


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        (lambda s, **a: match_support(s, matched_on=TODAY, supporter="Ivy", **a), "be matched now"),
        (lambda s, **a: end_support(s, ended_on=TODAY, reason="x", **a), "cannot be ended now"),
        (lambda s, **a: refer_support(s, referred_on=day("2017-07-21"), **a), "today or in the"),
        (lambda s, **a: refer_support(s, referred_on=day("2017-05-01"), **a), "before 2 May 2017"),
    ],
)
def test_a_step_out_of_order_or_out_of_time_is_refused(ella, asked, deed, sentence):
    support = offer_support(ella, service="advocate", offered_on=day("2017-05-02"), **asked)
    with pytest.raises(Refusal, match=sentence):
        deed(support, **asked)


def test_who_was_found_and_why_it_ended_are_said(ella, asked):
    support = refer_child(ella, service="visitor", referred_on=day("2017-05-02"), **asked)
    with pytest.raises(Refusal, match="Enter who was found"):
        match_support(support, matched_on=TODAY, supporter=" ", **asked)
    with pytest.raises(Refusal, match="Enter why it ended"):
        end_support(support, ended_on=TODAY, reason=" ", **asked)


def test_what_has_ended_is_not_ended_again(ella, asked):
    support = decline_at_once(ella, service="advocate", declined_on=day("2017-05-02"), **asked)
    with pytest.raises(Refusal, match="This was declined on 2 May 2017 already"):
        refer_support(support, referred_on=TODAY, **asked)


def test_each_sees_and_records_that_of_their_own_children(
    ella, asked, other_iro, practice_manager, business_support
):
    support = refer_child(ella, service="visitor", referred_on=day("2017-05-02"), **asked)
    for by in (other_iro, business_support):
        assert not Support.objects.visible_to(by, on=TODAY).exists()
        with pytest.raises(Refusal, match="Only the child's IRO or a manager"):
            end_support(support, ended_on=TODAY, reason="x", on=TODAY, by=by)
    for by in (asked["by"], practice_manager):
        assert list(Support.objects.visible_to(by, on=TODAY)) == [support]


def test_what_was_entered_wrongly_is_taken_out_and_kept_in_the_history(ella, asked):
    support = refer_child(ella, service="visitor", referred_on=day("2017-05-02"), **asked)
    take_out_support(support, reason="Another child's", **asked)
    assert not Support.objects.exists()
    with pytest.raises(Refusal, match="Somebody took this out meanwhile"):
        end_support(support, ended_on=TODAY, reason="x", **asked)
    gone = Support.pgh_event_model.objects.get(pgh_label="delete")
    assert gone.pgh_context.metadata["reason"] == "Another child's"
