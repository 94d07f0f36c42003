"""Raising a concern from where it came up, with all that is known filled in."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import Look
from disputes.actions.closing import close
from disputes.codes import State, Theme
from disputes.models import Dispute, GoodPractice
from tests.disputes.conftest import at
from tests.factories import (
    CaseHoldingFactory,
    DecisionFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    SocialWorkerFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
ANSWERS = {
    "text": "No plan for permanence.",
    "theme": Theme.PERMANENCE,
    "wanted": "A plan by September.",
    "impact": "",
    "urgency": "routine",
    "stage": "0",
    "skipped_because": "",
    "asked": "",
    "on_0": "20",
    "on_1": "7",
    "on_2": "2017",
}


@pytest.fixture
def held(child):
    """The team and worker that hold the case, as the form posts them."""
    holding = child.case_holdings.get()
    holding.worker = SocialWorkerFactory(team=holding.team)
    holding.save()
    return {"team": holding.team_id, "worker": holding.worker_id}


@pytest.fixture
def decision(child):
    """A decision of the child's last review that was not carried out."""
    review = HeldReviewFactory(period=PeriodFactory(child=child), held_on=date(2017, 6, 20))
    return DecisionFactory(
        review=review,
        number=1,
        text="A school place is found.",
        owner="Social worker",
        by_when=date(2017, 7, 3),
        outcome="not_done",
        outcome_on=date(2017, 7, 10),
        outcome_why="Nobody applied.",
    )


@pytest.fixture
def address(child):
    """The address of the question, with what it is about."""
    return lambda query="": reverse("dispute_open", args=[child.pk]) + query


def initial(answer):
    """What the form starts from."""
    form = answer.context["form"]
    return {name: form[name].value() for name in form.fields}


def test_from_a_childs_page_team_worker_and_stage_are_filled_in(
    client_for, iro, child, held, address
):
    client = client_for(iro)
    assert address() in client.get(reverse("child", args=[child.pk])).content.decode()
    answer = client.get(address())
    known = initial(answer)
    assert (known["team"], known["worker"]) == (held["team"], held["worker"])
    assert (known["stage"], known["urgency"], known["on"]) == ("0", "routine", TODAY)
    assert "27 July 2017" in answer.content.decode()
    assert "17 August 2017" in answer.content.decode()
    assert Look.objects.filter(subject="child", subject_id=child.pk, page="raise a concern")


def test_from_a_review_the_concern_of_its_outcome_form_is_there(client_for, iro, child, address):
    review = HeldReviewFactory(period=PeriodFactory(child=child), held_on=date(2017, 6, 20))
    OutcomeFormFactory(review=review, concern="Two moves in a month.")
    client, there = client_for(iro), address(f"?review={review.pk}")
    assert there in client.get(reverse("review", args=[review.pk])).content.decode()
    assert initial(client.get(there))["text"] == "Two moves in a month."
    client.post(there, ANSWERS)
    assert Dispute.objects.get().review == review


def test_from_a_decision_not_carried_out_its_words_and_theme_are_there(
    client_for, iro, decision, address
):
    client, there = client_for(iro), address(f"?decision={decision.pk}")
    for name in ("review_decisions", "review"):
        found = client.get(reverse(name, args=[decision.review_id])).content.decode()
        assert (there in found) == (name == "review_decisions")
    assert there in client.get(reverse("decisions") + "?state=not_done").content.decode()
    known = initial(client.get(there))
    assert known["theme"] == Theme.DECISIONS
    assert "A school place is found." in known["text"]
    assert "Nobody applied." in known["text"]
    client.post(there, ANSWERS | {"theme": known["theme"]})
    dispute = Dispute.objects.get()
    assert (dispute.decision, dispute.review) == (decision, decision.review)


def test_a_decision_that_was_done_offers_no_concern(client_for, iro, decision, address):
    decision.outcome = "done"
    decision.save()
    found = client_for(iro).get(reverse("review_decisions", args=[decision.review_id]))
    assert address() not in found.content.decode()


def test_saving_says_who_is_asked_and_by_when(
    client_for, iro, child, held, address, responding_manager
):
    answer = client_for(iro).post(address(), ANSWERS | held)
    dispute = Dispute.objects.get()
    assert answer.status_code == 302
    assert answer.headers["location"] == reverse("dispute", args=[dispute.pk])
    (message,) = client_messages(answer)
    assert f"{responding_manager} is asked to answer by Thursday 27 July 2017." in message
    assert (dispute.state, dispute.stage, dispute.asked) == (State.WAITING, 0, responding_manager)
    assert (dispute.iro, dispute.raised_by) == (iro, iro)
    assert (dispute.team_id, dispute.worker_id) == (held["team"], held["worker"])


def client_messages(answer):
    """The confirmations that the next page shows."""
    return [str(one) for one in answer.wsgi_request._messages]


def test_informally_nobody_need_be_asked(client_for, iro, child, address):
    child.case_holdings.update(team=TeamFactory(manager=None))
    answer = client_for(iro).post(address(), ANSWERS)
    assert Dispute.objects.get().asked is None
    (message,) = client_messages(answer)
    assert "speak to the team" in message


def test_a_later_stage_asks_why_and_for_somebody_to_answer(client_for, iro, held, address):
    answer = client_for(iro).post(address(), ANSWERS | held | {"stage": "2"})
    errors = answer.context["form"].errors
    assert errors["skipped_because"] == ["Enter why it does not start with an informal word"]
    assert errors["asked"] == ["Select who is asked: nobody is named for “Service manager”"]
    assert "No plan for permanence." in answer.content.decode()
    assert not Dispute.objects.exists()


def test_a_later_stage_with_its_reason_starts_the_20_working_days(
    client_for, iro, held, address, director
):
    typed = {"stage": "2", "skipped_because": "It was tried in May.", "asked": director.pk}
    client_for(iro).post(address(), ANSWERS | held | typed)
    dispute = Dispute.objects.get()
    assert (dispute.stage, dispute.started_at_stage, dispute.asked) == (2, 2, director)
    assert dispute.total_due_on == date(2017, 8, 17)
    assert dispute.steps.get().skipped_because == "It was tried in May."


def test_raised_on_an_earlier_day_it_is_about_the_team_of_that_day(client_for, iro, child, address):
    holding = child.case_holdings.get()
    holding.ended_on = date(2017, 7, 9)
    holding.save()
    now = CaseHoldingFactory(child=child, started_on=date(2017, 7, 10))
    typed = ANSWERS | {"on_0": "5", "team": now.team_id, "worker": ""}
    client_for(iro).post(address(), typed)
    assert Dispute.objects.get().team == holding.team


def test_a_team_somebody_chose_stays_chosen(client_for, iro, child, address):
    other = TeamFactory(manager=UserFactory(role="responding_manager"))
    client_for(iro).post(address(), ANSWERS | {"team": other.pk, "on_0": "5"})
    dispute = Dispute.objects.get()
    assert (dispute.team, dispute.asked) == (other, other.manager)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": ""}, "Enter what the concern is"),
        ({"theme": ""}, "Select what it is about"),
        ({"wanted": " "}, "Enter what you want to happen"),
        ({"stage": "9"}, "Select where it starts"),
        ({"on_2": "2011"}, "The bank holidays of 2011 are not known"),
        ({"on_0": "21"}, "The day it was raised must be on or before 20 July 2017"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    client_for, iro, address, typed, sentence
):
    answer = client_for(iro).post(address(), ANSWERS | {"impact": "Ella waits."} | typed)
    assert answer.status_code == 200
    found = answer.content.decode()
    assert sentence in found
    assert "Ella waits." in found
    assert not Dispute.objects.exists()


def test_a_concern_about_a_review_cannot_be_older_than_it(client_for, iro, decision, address):
    there = address(f"?decision={decision.pk}")
    answer = client_for(iro).post(there, ANSWERS | {"on_0": "19", "on_1": "6"})
    assert "must be on or after 20 June 2017" in answer.content.decode()


def test_a_closed_one_is_taken_up_again_as_a_new_one(
    client_for, iro, child, held, address, raise_concern
):
    first = raise_concern(on=date(2017, 6, 1))
    client = client_for(iro)
    there = address(f"?earlier={first.pk}")
    assert client.get(there).status_code == 404, "it is still open"
    close(first, outcome="upheld", what_changed="A plan.", on=TODAY, at=at(TODAY), by=iro)
    assert initial(client.get(there))["text"] == first.text
    client.post(there, ANSWERS | held)
    assert Dispute.objects.get(state=State.WAITING).earlier == first


def test_what_is_open_already_is_named(client_for, iro, decision, address, raise_concern):
    raise_concern(on=TODAY, decision=decision, theme=Theme.DECISIONS)
    found = client_for(iro).get(address(f"?decision={decision.pk}")).content.decode()
    assert "Open already" in found
    assert "about this decision" in found
    assert "about this decision" not in client_for(iro).get(address()).content.decode()


def test_what_is_about_another_child_is_not_found(client_for, iro, address):
    elsewhere = DecisionFactory(outcome="not_done", outcome_on=TODAY, outcome_why="Forgotten.")
    client = client_for(iro)
    for query in (
        f"?decision={elsewhere.pk}", f"?review={elsewhere.review_id}", "?review=x", "?earlier=²",
    ):  # fmt: skip
        assert client.get(address(query)).status_code == 404


def test_the_practice_manager_raises_one_and_the_group_manager_only_reads(
    client_for, practice_manager, group_manager, child, held, address, iro
):
    client_for(practice_manager).post(address(), ANSWERS | held)
    dispute = Dispute.objects.get()
    assert (dispute.raised_by, dispute.iro) == (practice_manager, iro)
    reader = client_for(group_manager)
    assert reader.get(address()).status_code == reader.post(address(), ANSWERS).status_code == 403
    assert address() not in reader.get(reverse("child", args=[child.pk])).content.decode()


def test_good_practice_is_recorded_and_listed_beside_the_concerns(client_for, iro, child, held):
    client, there = client_for(iro), reverse("good_practice_add", args=[child.pk])
    assert there in client.get(reverse("child", args=[child.pk])).content.decode()
    assert initial(client.get(there))["worker"] == held["worker"]
    wordless = client.post(there, ANSWERS | held | {"text": ""})
    assert "Enter what was done well" in wordless.content.decode()
    answer = client.post(there, ANSWERS | held | {"text": "Ella was taken to see the school."})
    assert answer.headers["location"] == reverse("child", args=[child.pk])
    kept = GoodPractice.objects.get()
    assert (kept.worker_id, kept.iro, kept.raised_on) == (held["worker"], iro, TODAY)
    found = client.get(reverse("good_practice")).content.decode()
    assert "Ella was taken to see the school." in found
    assert "Ella was taken" in client.get(reverse("good_practice_download")).content.decode()


def test_good_practice_is_seen_by_those_who_see_the_child(client_for, iro, other_iro, child, held):
    typed = ANSWERS | held | {"text": "Well done."}
    client_for(iro).post(reverse("good_practice_add", args=[child.pk]), typed)
    assert "Well done." not in client_for(other_iro).get(reverse("good_practice")).content.decode()
    narrowed = reverse("good_practice") + "?group=practice"
    assert "Well done." not in client_for(iro).get(narrowed).content.decode()
