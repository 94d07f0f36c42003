"""A child's own timeline tells its disputes and what was done well."""

from datetime import date

import pytest
from django.urls import reverse

from disputes.actions.climbing import add_note, escalate, refer_to_cafcass, seek_legal_advice
from disputes.actions.closing import close
from disputes.actions.opening import record_good_practice
from disputes.models import Dispute
from reviews.timeline import KINDS, timeline_of
from tests.disputes.cases import answered, raised
from tests.disputes.conftest import at

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


@pytest.fixture
def who(iro, responding_manager):
    return {"by": iro, "asked": responding_manager}


def test_each_step_that_matters_is_an_event_that_leads_to_the_dispute(child, who, director):
    dispute = answered(child, answer="disagrees", **who)
    to = {"on": TODAY, "at": at(TODAY), "by": who["by"]}
    escalate(dispute, stage=1, text="It cannot wait.", asked=director, **to)
    refer_to_cafcass(dispute, text="A breach.", **to)
    dispute = Dispute.objects.get(pk=dispute.pk)
    close(dispute, outcome="upheld", what_changed="She has a plan.", **to)
    events = timeline_of(child, on=TODAY, show="disputes")
    assert {event.title for event in events} == {
        "Dispute raised: drift and delay",
        f"{who['asked']} disagrees, in the dispute about drift and delay",
        f"Dispute taken further to {director}: drift and delay",
        "Referred to Cafcass: drift and delay",
        "Dispute closed, upheld: drift and delay",
    }
    assert {event.href for event in events} == {reverse("dispute", args=[dispute.pk])}
    words = {event.text for event in events}
    assert words >= {"No plan since March.", "It cannot wait.", "She has a plan."}


def test_notes_and_advice_stay_on_the_disputes_own_page(child, who):
    dispute = raised(child, **who)
    add_note(dispute, text="Between us.", private=True, at=at(TODAY), by=who["by"])
    add_note(dispute, text="For all.", private=False, at=at(TODAY), by=who["by"])
    seek_legal_advice(dispute, text="Of counsel.", on=TODAY, at=at(TODAY), by=who["by"])
    titles = [event.title for event in timeline_of(child, on=TODAY, show="disputes")]
    assert titles == ["Dispute raised: drift and delay"]


def test_good_practice_stands_beside_it(child, who, client_for):
    record_good_practice(
        child, theme="education", text="A school in a week.", on=TODAY, at=at(TODAY), by=who["by"]
    )
    address = reverse("child", args=[child.pk])
    words = client_for(who["by"]).get(address, {"show": "disputes"}).content.decode()
    assert "Good practice: education" in words
    assert "A school in a week." in words
    assert KINDS["disputes"] == "Disputes"


def test_the_timelines_queries_do_not_grow_with_the_disputes(
    child, who, django_assert_max_num_queries
):
    def asked() -> int:
        with django_assert_max_num_queries(40) as queries:
            list(timeline_of(child, on=TODAY))
        return len(queries)

    raised(child, **who)
    few = asked()
    for _ in range(5):
        answered(child, answer="disagrees", **who)
    assert asked() == few
