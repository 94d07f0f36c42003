"""The table of moves, move by move: by every hand and from every state, done or refused."""

from datetime import date

import pytest

from accounts.models import Role
from cohort.models import Allocation
from disputes.actions.answering import Promise, answer_dispute, finish_action, hold_meeting
from disputes.actions.climbing import add_note, escalate, refer_to_cafcass, seek_legal_advice
from disputes.actions.closing import accept, close
from disputes.codes import OPEN, UNSETTLED, Move, State
from disputes.hands import hand_of
from disputes.models import AgreedAction, Dispute
from disputes.moves import TABLE, Hand, may
from iro_service.refusals import Refusal
from tests.disputes.conftest import at
from tests.factories import CoverFactory, UserFactory

pytestmark = pytest.mark.django_db
RAISED = date(2017, 7, 3)
TODAY = date(2017, 7, 20)
PROMISE = Promise("A plan for permanence", "Team manager", date(2017, 8, 1))

WAITING, MEETING, ANSWERED, ACCEPTED, CLOSED = State
THE_IRO, STANDS_IN = Hand.IRO, Hand.STANDS_IN
PM, ASKED, NOBODY = Hand.PRACTICE_MANAGER, Hand.ASKED, Hand.NOBODY

# What is allowed, written out once more by hand: from these states, by these people. All else is
# refused. An IRO Handbook's rule each: the manager answers and no more, nobody but the IRO settles.
ALLOWED = {
    Move.ANSWERED: ({WAITING}, {THE_IRO, STANDS_IN, ASKED}),
    Move.MET: ({MEETING}, {THE_IRO, STANDS_IN}),
    Move.ESCALATED: ({WAITING, MEETING, ANSWERED}, {THE_IRO, STANDS_IN, PM}),
    Move.ACCEPTED: ({WAITING, MEETING, ANSWERED}, {THE_IRO, STANDS_IN}),
    Move.CLOSED: ({WAITING, MEETING, ANSWERED, ACCEPTED}, {THE_IRO, STANDS_IN}),
    Move.CAFCASS: ({WAITING, MEETING, ANSWERED, ACCEPTED}, {THE_IRO, STANDS_IN, PM}),
    Move.LEGAL_ADVICE: ({WAITING, MEETING, ANSWERED, ACCEPTED}, {THE_IRO, STANDS_IN, PM}),
    Move.NOTED: (set(State), {THE_IRO, STANDS_IN, PM}),
    Move.ACTION_DONE: (set(State), {THE_IRO, STANDS_IN, PM}),
}
LEADS_TO = {
    Move.ANSWERED: ANSWERED,
    Move.MET: WAITING,
    Move.ESCALATED: WAITING,
    Move.ACCEPTED: ACCEPTED,
    Move.CLOSED: CLOSED,
}


def words(by):
    return {"on": TODAY, "at": at(TODAY), "by": by}


DEEDS = {
    Move.ANSWERED: lambda d, by: answer_dispute(
        d, answer="agrees", promises=[PROMISE], **words(by)
    ),
    Move.MET: lambda d, by: hold_meeting(d, text="We met.", **words(by)),
    Move.ESCALATED: lambda d, by: escalate(d, stage=d.stage + 1, text="No plan.", **words(by)),
    Move.ACCEPTED: lambda d, by: accept(d, text="It is settled.", **words(by)),
    Move.CLOSED: lambda d, by: close(d, outcome="upheld", what_changed="A plan.", **words(by)),
    Move.CAFCASS: lambda d, by: refer_to_cafcass(d, text="It is a breach.", **words(by)),
    Move.LEGAL_ADVICE: lambda d, by: seek_legal_advice(d, text="Of counsel.", **words(by)),
    Move.NOTED: lambda d, by: add_note(d, text="A note.", private=True, at=at(TODAY), by=by),
    Move.ACTION_DONE: lambda d, by: finish_action(d.actions.get(), **words(by)),
}


@pytest.fixture
def stand(raise_concern, iro, responding_manager):
    """A dispute in the state, with something agreed at its first stage."""

    def make(state: State) -> Dispute:
        dispute = raise_concern(on=RAISED)
        to = {"on": RAISED, "at": at(RAISED)}

        def again():
            dispute.refresh_from_db()
            return dispute

        answer_dispute(again(), answer="agrees", promises=[PROMISE], by=responding_manager, **to)
        if state in (WAITING, MEETING):
            text = "It is not enough."
            escalate(again(), stage=1, text=text, asked=responding_manager, by=iro, **to)
        if state == MEETING:
            answer_dispute(again(), answer="meeting", text="Let us meet.", by=iro, **to)
        if state in (ACCEPTED, CLOSED):
            accept(again(), by=iro, **to)
        if state == CLOSED:
            close(again(), outcome="upheld", what_changed="A plan.", by=iro, **to)
        assert again().state == state
        return dispute

    return make


@pytest.fixture
def people(council, iro, practice_manager, responding_manager):
    """A person with the hand; whoever stands in does so because the IRO is away."""

    def find(hand: Hand):
        if hand is STANDS_IN:
            CoverFactory(away=iro, covered_by=UserFactory(role=Role.IRO))
        return {
            THE_IRO: iro,
            STANDS_IN: practice_manager,
            PM: practice_manager,
            ASKED: responding_manager,
            NOBODY: UserFactory(role=Role.RESPONDING_MANAGER),
        }[hand]

    return find


def as_kept(dispute):
    """The row, its log and what was agreed, to compare."""
    return (
        Dispute.objects.filter(pk=dispute.pk).values().get(),
        list(dispute.steps.order_by("pk").values()),
        list(AgreedAction.objects.order_by("pk").values()),
    )


@pytest.mark.parametrize("hand", list(Hand), ids=lambda hand: hand.name)
@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("move", list(ALLOWED))
def test_each_move_from_each_state_by_each_hand(stand, people, move, state, hand):
    dispute, person = stand(state), people(hand)
    assert hand_of(person, dispute, on=TODAY) is hand
    states, hands = ALLOWED[move]
    before = as_kept(dispute)
    if state in states and hand in hands:
        DEEDS[move](dispute, person)
        dispute.refresh_from_db()
        step = dispute.steps.latest("pk")
        assert (step.move, step.by, step.on) == (move, person, TODAY)
        assert dispute.state == step.state == LEADS_TO.get(move, state)
    else:
        with pytest.raises(Refusal):
            DEEDS[move](dispute, person)
        assert as_kept(dispute) == before


def test_the_tables_rows_are_those_written_out_here():
    for move, (states, hands) in ALLOWED.items():
        for state in State:
            for hand in Hand:
                assert may(move, hand=hand, state=state) == (state in states and hand in hands)
    assert set(TABLE) == set(ALLOWED) == set(Move) - {Move.OPENED}
    assert set(UNSETTLED) < set(OPEN) < set(State)


@pytest.mark.parametrize(
    "role", [Role.GROUP_MANAGER, Role.BUSINESS_SUPPORT, Role.IRO, Role.RESPONDING_MANAGER]
)
def test_whoever_has_no_part_in_it_is_nobody(stand, role):
    assert hand_of(UserFactory(role=role), stand(WAITING), on=TODAY) is NOBODY


def test_the_covering_iro_is_its_iro_and_without_one_the_practice_manager_stands_in(
    stand, iro, practice_manager
):
    dispute, covering = stand(WAITING), UserFactory(role=Role.IRO)
    cover = CoverFactory(away=iro, covered_by=covering)
    assert hand_of(covering, dispute, on=TODAY) is THE_IRO
    cover.delete()
    assert hand_of(practice_manager, dispute, on=TODAY) is PM
    type(iro).objects.filter(pk=iro.pk).update(is_active=False)
    assert hand_of(practice_manager, dispute, on=TODAY) is STANDS_IN
    type(iro).objects.filter(pk=iro.pk).update(is_active=True)
    Allocation.objects.all().delete()
    assert hand_of(practice_manager, dispute, on=TODAY) is STANDS_IN


def test_the_manager_asked_before_has_no_part_in_it_once_it_goes_further(
    stand, iro, responding_manager, director
):
    dispute = stand(WAITING)
    escalate(dispute, stage=2, text="Silence.", asked=director, **words(iro))
    dispute.refresh_from_db()
    assert hand_of(responding_manager, dispute, on=TODAY) is NOBODY
    assert hand_of(director, dispute, on=TODAY) is ASKED
