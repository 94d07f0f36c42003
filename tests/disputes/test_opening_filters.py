"""Each choice of the list leaves exactly the disputes it names."""

from datetime import date

import pytest

from disputes.actions.answering import Promise, answer_dispute
from disputes.actions.climbing import escalate, refer_to_cafcass
from disputes.actions.closing import accept, close
from disputes.actions.opening import as_held
from disputes.codes import Outcome, State, Theme
from disputes.forms.filters import filtered_disputes
from disputes.models import Dispute
from tests.disputes.conftest import at
from tests.factories import (
    AllocationFactory,
    CaseHoldingFactory,
    ChildFactory,
    SocialWorkerFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
JUNE_1, JUNE_12, JUNE_14, JULY_17 = (
    date(2017, 6, 1),
    date(2017, 6, 12),
    date(2017, 6, 14),
    date(2017, 7, 17),
)


@pytest.fixture
def found(practice_manager):
    """The names of the disputes that the choices leave, as the practice manager sees them."""

    def names(user=practice_manager, **choices):
        narrowed = filtered_disputes(choices, user=user, on=TODAY)
        assert narrowed.is_valid(), narrowed.errors
        return {dispute.text for dispute in narrowed.qs}

    return names


@pytest.fixture
def other_child(other_iro):
    """A child of another IRO, held by another team and its worker."""
    child = ChildFactory(reference="X77", given_name="Zebedee", family_name="Quill")
    AllocationFactory(child=child, iro=other_iro)
    worker = SocialWorkerFactory()
    CaseHoldingFactory(child=child, team=worker.team, worker=worker)
    return child


@pytest.fixture
def some(raise_concern, iro, practice_manager, other_child):
    """Five disputes that differ in all that can be asked; each is named by its text."""
    raise_concern(on=JULY_17, text="new")
    raise_concern(on=JUNE_12, text="silent")
    raise_concern(
        on=JUNE_12,
        text="elsewhere",
        child=other_child,
        theme=Theme.EDUCATION,
        **as_held(other_child, on=JUNE_12),
    )
    formal = raise_concern(on=JUNE_1, text="formal", stage=1)
    escalate(formal, stage=2, text="No answer.", on=JUNE_12, at=at(JUNE_12), by=iro)
    formal.refresh_from_db()
    refer_to_cafcass(formal, text="Drift.", on=JUNE_12, at=at(JUNE_12), by=iro)
    settled = raise_concern(on=JUNE_1, text="settled", stage=1)
    promise = [Promise("A plan is written.", "Team manager", JUNE_14)]
    answer_dispute(settled, answer="agrees", promises=promise, on=JUNE_12, at=at(JUNE_12), by=iro)
    settled.refresh_from_db()
    accept(settled, on=JUNE_14, at=at(JUNE_14), by=iro)
    closed = raise_concern(on=JUNE_1, text="closed", stage=1, theme=Theme.POOR_PRACTICE)
    close(
        closed, outcome=Outcome.UPHELD, what_changed="A plan.", on=JULY_17, at=at(JULY_17), by=iro
    )


EVERY = {"new", "silent", "elsewhere", "formal", "settled", "closed"}
CASES = [
    ({}, EVERY),
    ({"state": "open"}, EVERY - {"closed"}),
    ({"state": "unsettled"}, EVERY - {"closed", "settled"}),
    ({"state": "closed"}, {"closed"}),
    ({"state": State.WAITING}, {"new", "silent", "elsewhere", "formal"}),
    ({"state": State.MEETING}, set()),
    ({"state": State.ACCEPTED}, {"settled"}),
    ({"stage": "0"}, {"new", "silent", "elsewhere"}),
    ({"stage": "1"}, {"settled", "closed"}),
    ({"stage": "2"}, {"formal"}),
    ({"theme": Theme.EDUCATION}, {"elsewhere"}),
    ({"group": "practice"}, {"elsewhere", "closed"}),
    ({"group": "delay"}, EVERY - {"elsewhere", "closed"}),
    ({"raised_from": "2017-06-12"}, {"new", "silent", "elsewhere"}),
    ({"raised_from": "2017-06-12", "raised_to": "2017-06-12"}, {"silent", "elsewhere"}),
    ({"settled_from": "2017-06-15"}, {"closed"}),
    ({"settled_to": "2017-06-14"}, {"settled"}),
    ({"outcome": Outcome.UPHELD}, {"closed"}),
    ({"formal": "yes"}, {"formal", "settled", "closed"}),
    ({"formal": "no"}, {"new", "silent", "elsewhere"}),
    ({"cafcass": "yes"}, {"formal"}),
    ({"overdue": "yes"}, {"silent", "elsewhere", "formal"}),
    ({"overdue": "no"}, {"new", "settled", "closed"}),
    ({"within_20": "yes"}, {"settled"}),
    ({"within_20": "no"}, {"closed"}),
    ({"actions": "overdue"}, {"settled"}),
    ({"actions": "open"}, {"settled"}),
    ({"asked": "nobody"}, {"elsewhere", "formal"}),
    ({"q": "X77"}, {"elsewhere"}),
    ({"q": "zebedee"}, {"elsewhere"}),
]


@pytest.mark.parametrize(("choices", "left"), CASES)
def test_a_choice_leaves_what_it_names(some, found, choices, left):
    assert found(**choices) == left


def test_team_worker_and_iro_are_those_of_the_day_it_was_raised(some, found, other_child):
    then = Dispute.objects.get(text="elsewhere")
    CaseHoldingFactory._meta.model.objects.filter(child=other_child).update(team=TeamFactory())
    assert found(team=str(then.team_id)) == {"elsewhere"}
    assert found(worker=str(then.worker_id)) == {"elsewhere"}
    assert found(iro=str(then.iro_id)) == {"elsewhere"}
    assert found(iro="nobody") == set()


def test_an_iro_finds_their_childrens_and_cannot_ask_for_anothers(some, found, iro, other_iro):
    assert found(iro) == EVERY - {"elsewhere"}
    assert found(other_iro) == {"elsewhere"}
    assert found(other_iro, iro=str(iro.pk)) == {"elsewhere"}
