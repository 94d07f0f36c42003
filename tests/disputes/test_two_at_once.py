"""Two act on one dispute at the same moment: one is heard, the other is told."""

from datetime import date

import pytest

from disputes.actions.answering import Promise, answer_dispute, finish_action, hold_meeting
from disputes.actions.climbing import escalate, refer_to_cafcass
from disputes.actions.closing import accept, close
from disputes.models import AgreedAction, Dispute, Step
from tests.disputes.conftest import at
from tests.reviews.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2017, 7, 3)


def to(by):
    return {"on": DAY, "at": at(DAY), "by": by}


def deeds(pk, **one_each):
    """Each person's deed on the dispute as they saw it before either acted."""
    seen = {name: Dispute.objects.get(pk=pk) for name in one_each}
    return lambda name: one_each[name](seen[name])


def test_taking_it_further_against_the_answer(raise_concern, iro, responding_manager):
    dispute = raise_concern(on=DAY)
    deed = deeds(
        dispute.pk,
        further=lambda d: escalate(d, stage=1, text="Silence.", **to(iro)),
        answer=lambda d: answer_dispute(
            d, answer="disagrees", text="No.", **to(responding_manager)
        ),
    )
    done, told = at_once(deed, "further", "answer")
    assert done == "done"
    assert told.startswith("This dispute has moved on: ")
    assert ("answered by" in told) != ("taken further by" in told)
    assert Step.objects.count() == 2


def test_accepting_against_closing(raise_concern, iro, responding_manager):
    dispute = raise_concern(on=DAY)
    answer_dispute(dispute, answer="disagrees", text="No.", **to(responding_manager))
    deed = deeds(
        dispute.pk,
        accept=lambda d: accept(d, **to(iro)),
        close=lambda d: close(d, outcome="not_upheld", what_changed="Nothing.", **to(iro)),
    )
    done, told = at_once(deed, "accept", "close")
    assert done == "done"
    assert told.startswith(("This dispute has moved on: ", "This dispute is closed ("))
    assert Step.objects.count() == 3


def test_two_referrals_to_cafcass(raise_concern, iro, practice_manager):
    dispute = raise_concern(on=DAY)
    people = {"iro": iro, "manager": practice_manager}
    deed = deeds(
        dispute.pk,
        **{
            name: lambda d, by=by: refer_to_cafcass(d, text="A breach.", **to(by))
            for name, by in people.items()
        },
    )
    done, told = at_once(deed, "iro", "manager")
    assert done == "done"
    assert told.startswith("This dispute was already referred to Cafcass, by ")
    assert Step.objects.filter(move="cafcass").count() == 1


def test_two_who_keep_the_same_action_as_done(raise_concern, iro, responding_manager):
    dispute = raise_concern(on=DAY)
    promises = [Promise("A plan", "Sam Reed", DAY)]
    answer_dispute(dispute, answer="agrees", promises=promises, **to(responding_manager))
    done, told = at_once(lambda _: finish_action(AgreedAction.objects.get(), **to(iro)), 1, 2)
    assert (done, told) == ("done", "This was already kept as done.")
    assert Step.objects.filter(move="action_done").count() == 1


def test_a_double_click_answers_once(raise_concern, responding_manager):
    dispute = raise_concern(on=DAY)
    deed = deeds(
        dispute.pk,
        **{
            name: lambda d: answer_dispute(
                d, answer="meeting", text="Let us meet.", **to(responding_manager)
            )
            for name in ("once", "twice")
        },
    )
    done, told = at_once(deed, "once", "twice")
    assert (done, told[:20]) == ("done", "This dispute has mov")


def test_what_was_decided_on_an_older_answer_is_not_taken(raise_concern, iro, responding_manager):
    dispute = raise_concern(on=DAY)
    answer_dispute(dispute, answer="meeting", text="Let us meet.", **to(responding_manager))
    seen = Dispute.objects.get(pk=dispute.pk)
    hold_meeting(Dispute.objects.get(pk=dispute.pk), text="We met.", **to(iro))
    told = at_once(lambda _: accept(seen, text="It is settled.", **to(iro)), 1)
    assert told[0].startswith("This dispute has moved on: meeting held by")
