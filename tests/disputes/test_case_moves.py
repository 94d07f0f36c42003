"""The page of each move: few questions, sentences where something is missing, words kept."""

import re
from datetime import date

import pytest
from django.urls import reverse

from disputes.actions.answering import answer_dispute
from disputes.actions.climbing import refer_to_cafcass
from disputes.actions.closing import close
from disputes.models import AgreedAction, Dispute, Step
from tests.disputes.cases import answered, raised
from tests.disputes.conftest import at

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
TODAY_TYPED = {"on_0": "20", "on_1": "7", "on_2": "2017"}


@pytest.fixture
def who(iro, responding_manager):
    return {"by": iro, "asked": responding_manager}


@pytest.fixture
def send(client_for, iro):
    """Send a move's page, as the IRO or somebody else, and give the answer."""

    def post(name, dispute, by=iro, **typed):
        address = reverse(name, args=[dispute.pk])
        return client_for(by).post(address, TODAY_TYPED | typed, follow=True)

    return post


def words_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def chosen(words) -> set[str]:
    """The values that are chosen when the page is opened."""
    boxes = re.findall(r"<input[^>]*\bchecked[^>]*>", words)
    return {re.search(r'value="([^"]*)"', box).group(1) for box in boxes}


def newest(dispute) -> Step:
    return dispute.steps.latest("pk")


def test_the_days_default_is_today(client_for, iro, child, who):
    address = reverse("dispute_close", args=[raised(child, **who).pk])
    words = words_of(client_for(iro).get(address))
    assert 'name="on_0" value="20"' in words
    assert 'name="on_2" value="2017"' in words


def test_it_goes_to_the_next_stage_and_the_page_says_who_answers_by_when(
    send, child, who, responding_manager
):
    dispute = raised(child, **who)
    answer = send("dispute_escalate", dispute, stage="1", text="No answer came.")
    assert f"Saved. {responding_manager} is to answer by Thursday 27 July 2017." in words_of(answer)
    dispute.refresh_from_db()
    assert (dispute.stage, dispute.formal_on) == (1, TODAY)


def test_a_stage_left_out_wants_its_reason_and_nobody_named_wants_a_name(
    send, child, who, director
):
    dispute = raised(child, **who)
    words = words_of(send("dispute_escalate", dispute, stage="3", text="It cannot wait."))
    assert "Enter why a stage is left out" in words
    assert "Select who is asked: nobody is named for this stage" in words
    assert "It cannot wait." in words  # what was typed stays
    send(
        "dispute_escalate", dispute, stage="3", text="It cannot wait.",
        skipped_because="They share an office.", asked=director.pk,
    )  # fmt: skip
    dispute.refresh_from_db()
    assert (dispute.stage, dispute.asked) == (3, director)
    assert newest(dispute).skipped_because == "They share an office."


def test_the_next_stage_is_chosen_already_and_no_earlier_one_is_offered(
    client_for, iro, raise_concern
):
    dispute = raise_concern(on=TODAY, stage=2)
    words = words_of(client_for(iro).get(reverse("dispute_escalate", args=[dispute.pk])))
    assert chosen(words) == {"3"}
    assert re.findall(r'name="stage"[^>]* value="(.)"', words) == ["3", "4"]


def test_the_last_stage_goes_no_further(client_for, iro, raise_concern):
    dispute = raise_concern(on=TODAY, stage=4)
    answer = client_for(iro).get(reverse("dispute_escalate", args=[dispute.pk]))
    assert answer.status_code == 409
    assert "This is the last stage." in words_of(answer)


def test_an_answer_given_by_telephone_is_kept_in_the_managers_name(send, child, who, iro):
    dispute = raised(child, **who)
    send(
        "dispute_answer", dispute, answer="partly", text="She agrees to half.", actions="1",
        **{"action-1-text": "A plan", "action-1-owner": "Sam Reed", "action-1-by_when_0": "1",
           "action-1-by_when_1": "8", "action-1-by_when_2": "2017"},
    )  # fmt: skip
    step = newest(dispute)
    assert (step.by, step.in_name_of, step.answer) == (iro, who["asked"], "partly")
    action = AgreedAction.objects.get()
    assert (action.text, action.owner, action.by_when) == ("A plan", "Sam Reed", date(2017, 8, 1))


def test_where_nobody_is_asked_by_name_the_iro_says_who_answered(send, raise_concern, director):
    dispute = raise_concern(on=TODAY, stage=3)
    assert dispute.asked is None
    typed = {"answer": "disagrees", "text": "No.", "actions": "1"}
    assert "Select who answered" in words_of(send("dispute_answer", dispute, **typed))
    send("dispute_answer", dispute, who=director.pk, **typed)
    assert newest(dispute).in_name_of == director


def test_a_meeting_held_asks_the_manager_again(send, child, who):
    dispute = answered(child, answer="meeting", **who)
    answer = send("dispute_meeting", dispute, text="We agreed to agree.")
    assert f"Saved. {who['asked']} is to answer by Monday 17 July 2017." in words_of(answer)
    assert newest(dispute).text == "We agreed to agree."


def test_accepting_stops_the_clock_and_what_is_agreed_is_followed_up(send, child, who):
    dispute = answered(child, answer="agrees", **who)
    words = words_of(send("dispute_accept", dispute, text=""))
    assert "Saved. Settled: what was agreed is followed up. 1 agreed action to follow up." in words
    dispute.refresh_from_db()
    assert dispute.settled_on == TODAY


def test_settling_without_an_answer_says_how(send, child, who):
    dispute = raised(child, **who)
    assert "Enter how it was settled" in words_of(send("dispute_accept", dispute, text=""))
    send("dispute_accept", dispute, text="A worker was named.")
    assert newest(dispute).text == "A worker was named."


def test_closing_says_how_it_ended_and_what_changed(send, child, who):
    dispute = raised(child, **who)
    words = words_of(send("dispute_close", dispute, outcome="", what_changed=""))
    assert "Select how the dispute ended" in words
    assert "Enter what changed for the child, or that nothing did" in words
    send("dispute_close", dispute, outcome="upheld", what_changed="She has a plan.")
    dispute.refresh_from_db()
    assert (dispute.state, dispute.outcome, dispute.closed_on) == ("closed", "upheld", TODAY)


def test_a_referral_to_cafcass_shows_what_to_consider_and_leaves_the_dispute_where_it_is(
    send, client_for, iro, child, who
):
    dispute = raised(child, **who)
    words = words_of(client_for(iro).get(reverse("dispute_cafcass", args=[dispute.pk])))
    for said in ("section 25B(3)", "regulation 45", "from memory, to be confirmed"):
        assert said in words
    send("dispute_cafcass", dispute, text="The plan is a breach.")
    dispute.refresh_from_db()
    assert (dispute.cafcass_on, dispute.state) == (TODAY, "waiting")
    answer = client_for(iro).get(reverse("dispute_cafcass", args=[dispute.pk]))
    assert answer.status_code == 409


@pytest.mark.parametrize("name", ["dispute_note", "dispute_legal_advice"])
def test_notes_and_advice_are_private_unless_shared(send, client_for, iro, child, who, name):
    dispute = raised(child, **who)
    words = words_of(client_for(iro).get(reverse(name, args=[dispute.pk])))
    assert chosen(words) == {"private"}
    send(name, dispute, text="Between us.", who_reads="private")
    assert newest(dispute).private is True
    send(name, dispute, text="For all.", who_reads="shared")
    assert newest(dispute).private is False


def test_an_agreed_action_is_done_at_one_click_or_on_another_day(send, child, who):
    dispute = answered(child, answer="agrees", **who)
    action = dispute.actions.get()
    early = words_of(send("agreed_action_done", action, on_0="9"))
    assert "must be on or after 10 July 2017" in early
    send("agreed_action_done", action, on_0="18")
    action.refresh_from_db()
    assert action.done_on == date(2017, 7, 18)
    again = send("agreed_action_done", action)
    assert "This was already kept as done." in words_of(again)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on_0": "21"}, "The day it ended must be on or before 20 July 2017"),
        ({"on_0": "9"}, "The day it ended must be on or after 10 July 2017"),
        ({"on_0": ""}, "The day it ended must include a day"),
    ],
)
def test_no_day_before_the_last_step_nor_after_today(send, child, who, typed, sentence):
    dispute = raised(child, **who)
    outcome = {"outcome": "upheld", "what_changed": "All."}
    assert sentence in words_of(send("dispute_close", dispute, **outcome | typed))
    assert dispute.steps.count() == 1


def test_a_note_of_today_does_not_bar_an_answer_of_yesterday(send, child, who):
    dispute = raised(child, **who)
    send("dispute_note", dispute, text="I rang her.", who_reads="private")
    send("dispute_answer", dispute, answer="disagrees", text="No.", actions="1", on_0="19")
    assert newest(dispute).on == date(2017, 7, 19)


def test_who_writes_on_an_older_page_is_told_what_happened_and_keeps_the_words(
    send, client_for, iro, child, who
):
    dispute = raised(child, **who)
    page = words_of(client_for(iro).get(reverse("dispute_escalate", args=[dispute.pk])))
    seen = page.split('name="seen" value="')[1].split('"')[0]
    answer_dispute(dispute, answer="disagrees", text="No.", on=TODAY, at=at(TODAY), by=who["asked"])
    typed = {"stage": "1", "text": "Silence for a week.", "asked": "", "seen": seen}
    answer = send("dispute_escalate", dispute, **typed)
    words = words_of(answer)
    assert (
        f"Since you opened this page the dispute moved on: answered by {who['asked']} on "
        "20 July 2017." in words
    )
    assert "Silence for a week." in words
    seen = words.split('name="seen" value="')[1].split('"')[0]
    send("dispute_escalate", dispute, **typed | {"seen": seen})
    dispute.refresh_from_db()
    assert dispute.stage == 1


def test_who_accepts_what_was_closed_meanwhile_is_told_on_the_page(send, child, who, iro):
    dispute = answered(child, answer="disagrees", **who)
    to = {"on": TODAY, "at": at(TODAY), "by": iro}
    close(Dispute.objects.get(pk=dispute.pk), outcome="upheld", what_changed="All.", **to)
    answer = send("dispute_accept", dispute, text="These words stay.")
    assert "This dispute is closed (closed by" in words_of(answer)
    assert "These words stay." in words_of(answer)


def test_a_second_referral_keeps_its_words_too(send, child, who, iro, practice_manager):
    dispute = raised(child, **who)
    refer_to_cafcass(dispute, text="A breach.", on=TODAY, at=at(TODAY), by=practice_manager)
    words = words_of(send("dispute_cafcass", dispute, text="These words stay."))
    assert f"already referred to Cafcass, by {practice_manager}" in words
    assert "These words stay." in words


@pytest.mark.parametrize("name", ["dispute_accept", "dispute_close", "dispute_answer"])
def test_a_practice_manager_settles_nothing_while_the_iro_is_here(
    send, client_for, practice_manager, child, who, name
):
    dispute = raised(child, **who)
    answer = client_for(practice_manager).get(reverse(name, args=[dispute.pk]))
    assert answer.status_code == 409
    assert f"It is {who['by']}." in words_of(answer)
    typed = {
        "text": "So.", "outcome": "upheld", "what_changed": "All.", "answer": "disagrees",
        "actions": "1",
    }  # fmt: skip
    assert "Only the child&#x27;s IRO does this" in words_of(
        send(name, dispute, by=practice_manager, **typed)
    )
    assert dispute.steps.count() == 1


def test_looking_changes_nothing(client_for, iro, child, who):
    dispute = raised(child, **who)
    before = Dispute.objects.values().get()
    for name in ("dispute_escalate", "dispute_accept", "dispute_close", "dispute_cafcass"):
        client_for(iro).get(reverse(name, args=[dispute.pk]))
    assert Dispute.objects.values().get() == before
    assert dispute.steps.count() == 1
