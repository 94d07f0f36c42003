"""Whatever people do in whatever order, the log read from its beginning leads to the row."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.actions.answering import Promise, answer_dispute, finish_action, hold_meeting
from disputes.actions.climbing import add_note, escalate, refer_to_cafcass, seek_legal_advice
from disputes.actions.closing import accept, close
from disputes.codes import Answer, Move, Outcome
from disputes.models import Dispute
from disputes.replay import Standing, replay, standing_of
from iro_service.refusals import Refusal
from tests.disputes.conftest import at

pytestmark = pytest.mark.django_db
RAISED = date(2017, 6, 1)
MOVES = [move for move in Move if move is not Move.OPENED]
WHO = ["iro", "practice_manager", "responding_manager", "director", "other_iro", "group_manager"]
ONE_MOVE = st.tuples(
    st.sampled_from(MOVES),
    # The IRO as often as all others: else hardly anything would be allowed.
    st.one_of(st.just("iro"), st.sampled_from(WHO)),
    st.integers(min_value=0, max_value=5),
    st.sampled_from(Answer),
    st.sampled_from(Outcome),
)


def do(dispute, move, by, number, answer, outcome, *, on, asked):
    """Make the move; what it needs besides comes from the numbers drawn."""
    to = {"at": at(on), "by": by}
    match move:
        case Move.ANSWERED:
            promises = [Promise("A plan", "Sam Reed", on)] if answer == Answer.AGREES else []
            answer_dispute(
                dispute, answer=answer, text="So.", promises=promises, who=asked, on=on, **to
            )
        case Move.MET:
            hold_meeting(dispute, text="We met.", on=on, **to)
        case Move.ESCALATED:
            escalate(
                dispute, stage=number, text="So.", asked=asked, skipped_because="So.", on=on, **to
            )
        case Move.ACCEPTED:
            accept(dispute, text="So.", on=on, **to)
        case Move.CLOSED:
            close(dispute, outcome=outcome, what_changed="So.", on=on, **to)
        case Move.CAFCASS:
            refer_to_cafcass(dispute, text="So.", on=on, **to)
        case Move.LEGAL_ADVICE:
            seek_legal_advice(dispute, text="So.", private=bool(number % 2), on=on, **to)
        case Move.NOTED:
            add_note(dispute, text="So.", private=bool(number % 2), **to)
        case Move.ACTION_DONE if action := dispute.actions.to_be_done().first():
            finish_action(action, on=on, **to)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(start=st.integers(min_value=0, max_value=4), moves=st.lists(ONE_MOVE, max_size=14))
def test_the_log_replays_to_where_the_dispute_stands(
    raise_concern, iro, practice_manager, responding_manager, director, other_iro, group_manager,
    start, moves,
):  # fmt: skip
    people = dict(
        zip(
            WHO,
            [iro, practice_manager, responding_manager, director, other_iro, group_manager],
            strict=True,
        )
    )
    dispute = raise_concern(on=RAISED, stage=start)
    for day, (move, who, *drawn) in enumerate(moves):
        on = RAISED + timedelta(days=day)
        before = Dispute.objects.get(pk=dispute.pk)
        steps = before.steps.count()
        asked = director if drawn[0] % 2 else responding_manager
        try:
            do(before, move, people[who], *drawn, on=on, asked=asked)
        except Refusal:
            assert before.steps.count() == steps
        after = Dispute.objects.get(pk=dispute.pk)
        assert replay(after.steps.order_by("pk")) == standing_of(after)
        assert after.stage >= before.stage


def test_a_log_that_lacks_a_step_is_found_out(raise_concern, iro):
    dispute = raise_concern(on=RAISED)
    accept(dispute, text="Settled by word.", on=RAISED, at=at(RAISED), by=iro)
    dispute.refresh_from_db()
    steps = list(dispute.steps.order_by("pk"))
    assert replay(steps) == standing_of(dispute)
    assert replay(steps[:-1]) != standing_of(dispute)
    assert replay([]) == Standing()
