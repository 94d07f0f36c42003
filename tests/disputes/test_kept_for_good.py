"""What the database itself refuses, whoever asks: the log, what was raised, climbing down."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from disputes.actions.answering import Promise, answer_dispute
from disputes.actions.climbing import escalate
from disputes.actions.closing import close
from disputes.models import AgreedAction, Dispute, Step
from disputes.models.dispute import AS_RAISED
from tests.disputes.conftest import at
from tests.factories import TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
DAY = date(2017, 7, 3)


@pytest.fixture
def dispute(raise_concern, iro):
    return raise_concern(on=DAY, stage=1)


def refused(deed, kind=DatabaseError, match=""):
    with pytest.raises(kind, match=match), transaction.atomic():
        deed()


def test_a_step_is_neither_changed_nor_deleted(dispute):
    steps = Step.objects.filter(dispute=dispute)
    refused(lambda: steps.update(text="Nothing happened."), match="Cannot update")
    refused(lambda: Step.objects.filter(dispute=dispute)._raw_delete("default"), match="delete")
    assert steps.get().text == ""


def test_a_dispute_is_not_deleted(dispute):
    refused(lambda: Dispute.objects.filter(pk=dispute.pk)._raw_delete("default"), match="delete")


def test_what_was_agreed_is_not_deleted(dispute, responding_manager):
    answer_dispute(
        dispute, answer="agrees", promises=[Promise("A plan", "Sam Reed", DAY)],
        on=DAY, at=at(DAY), by=responding_manager,
    )  # fmt: skip
    refused(lambda: AgreedAction.objects.all()._raw_delete("default"), match="delete")


def test_nobody_climbs_down(dispute, iro, director):
    escalate(
        dispute, stage=3, text="Silence.", skipped_because="Both sit in one room.",
        asked=director, on=DAY, at=at(DAY), by=iro,
    )  # fmt: skip
    refused(lambda: Dispute.objects.update(stage=2), IntegrityError, match="does not go back")


def test_a_closed_dispute_stays_as_it_is(dispute, iro):
    close(dispute, outcome="upheld", what_changed="A plan.", on=DAY, at=at(DAY), by=iro)
    for change in ({"outcome": "withdrawn"}, {"state": "waiting"}, {"what_changed": "Nothing."}):
        refused(lambda change=change: Dispute.objects.update(**change), IntegrityError, "closed")


@pytest.mark.parametrize("name", AS_RAISED)
def test_what_was_raised_stays_as_it_was_raised(dispute, raise_concern, name):
    other = {
        "theme": "health", "text": "Other words", "wanted": "Less", "impact": "None",
        "urgency": "urgent", "raised_on": date(2017, 7, 2), "started_at_stage": 0,
        "raised_by_id": UserFactory().pk, "iro_id": UserFactory().pk, "team_id": TeamFactory().pk,
    }  # fmt: skip
    if name.endswith("_id") and name not in other:
        # No such row is needed: the trigger answers before the foreign key does.
        other[name] = 0
    refused(
        lambda: Dispute.objects.filter(pk=dispute.pk).update(**{name: other[name]}),
        IntegrityError,
        match="stays as it was raised",
    )
