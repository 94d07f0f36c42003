"""The responding manager: the disputes put to them, what they need of the child, nothing else."""

import re
from datetime import date

import pytest
from django.urls import reverse

from audit.models import Look
from disputes.actions.climbing import add_note, escalate, seek_legal_advice
from disputes.models import AgreedAction, Dispute
from tests.disputes.cases import answered, raised
from tests.disputes.conftest import at
from tests.factories import (
    DecisionSheetFactory,
    EpisodeFactory,
    HeldReviewFactory,
    UserFactory,
)
from tests.pages import PAGES

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
ROW = {
    "action-1-text": "A plan is written", "action-1-owner": "Sam Reed",
    "action-1-by_when_0": "31", "action-1-by_when_1": "7", "action-1-by_when_2": "2017",
}  # fmt: skip


@pytest.fixture
def who(iro, responding_manager):
    return {"by": iro, "asked": responding_manager}


@pytest.fixture
def manager(client_for, responding_manager):
    """The responding manager's browser."""
    return client_for(responding_manager)


def address(dispute) -> str:
    return reverse("dispute_answer", args=[dispute.pk])


def words_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_what_waits_comes_first_the_most_urgent_at_the_top(manager, child, who, iro):
    late = raised(child, on=date(2017, 7, 5), theme="health", **who)
    raised(child, on=date(2017, 7, 14), theme="education", **who)
    DecisionSheetFactory(
        review=HeldReviewFactory(held_on=date(2017, 7, 17)), manager=who["asked"],
        sent_on=date(2017, 7, 18), sent_by=iro, answer_due_on=date(2017, 7, 25),
    )  # fmt: skip
    answered(child, answer="disagrees", theme="placement", **who)
    words = words_of(manager.get(reverse("to_answer")))
    at_ = [
        words.index(said)
        for said in (
            "Disputes waiting for your answer (2)", "Health.", "overdue by 6 working days",
            "Education.", "1 working day left", "Decisions waiting for your answer (1)",
            "Disputes put to you before", "Placement, raised 10 July 2017",
        )
    ]  # fmt: skip
    assert at_ == sorted(at_)
    assert f'href="{address(late)}"' in words


def test_nothing_to_answer_says_so(manager):
    assert "Nothing waits for your answer." in words_of(manager.get(reverse("to_answer")))


def test_the_page_tells_the_concern_and_the_childs_facts_and_leads_nowhere_else(
    manager, child, who
):
    EpisodeFactory(
        period__child=child, period__started_on=date(2017, 6, 1), legal_status="C2", placement="U4"
    )
    dispute = raised(child, impact="She does not sleep.", on=date(2017, 7, 14), **who)
    words = words_of(manager.get(address(dispute)))
    for said in (
        "No plan since March.", "A plan.", "She does not sleep.", str(child),
        "Full care order", "Foster placement", dispute.team.name, "Friday 21 July 2017",
    ):  # fmt: skip
        assert said in words, said
    assert child.reference not in words
    links = {link for link in re.findall(r'href="(/[^"#]*)"', words) if "static" not in link}
    assert links <= {"/", "/to-answer/", "/password/", "/mailbox/"}


def test_what_is_private_stays_in_the_iro_service(manager, child, who, iro):
    dispute = raised(child, **who)
    to = {"at": at(TODAY), "by": iro}
    add_note(dispute, text="The worker is leaving.", private=True, **to)
    add_note(dispute, text="The school rang.", private=False, **to)
    seek_legal_advice(dispute, text="Counsel was asked.", on=TODAY, **to)
    words = words_of(manager.get(address(dispute)))
    assert "The school rang." in words
    assert "The worker is leaving." not in words
    assert "Counsel" not in words
    assert "Legal advice" not in words


def test_agreeing_says_what_who_and_by_when(manager, child, who):
    dispute = raised(child, **who)
    answer = manager.post(address(dispute), {"answer": "agrees", "actions": "1", **ROW})
    assert answer.url == reverse("to_answer")
    dispute.refresh_from_db()
    step, action = dispute.steps.latest("pk"), AgreedAction.objects.get()
    assert (dispute.state, step.answer, step.on) == ("answered", "agrees", TODAY)
    assert (step.by, step.in_name_of) == (who["asked"], None)
    assert (action.text, action.owner) == ("A plan is written", "Sam Reed")
    assert action.by_when == date(2017, 7, 31)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Select your answer"),
        ({"answer": "agrees"}, "Enter what will be done, by whom and by when"),
        ({"answer": "partly"}, "Enter your reasons"),
        ({"answer": "disagrees"}, "Enter your reasons"),
        ({"answer": "meeting"}, "Enter what the meeting is for"),
        ({"answer": "disagrees", "text": "No.", **ROW}, "Empty the actions, or select"),
        ({"answer": "agrees", "action-1-text": "A plan"}, "Enter who will do action 1"),
        (
            {"answer": "agrees", **ROW, "action-1-by_when_0": "19"},
            "The day action 1 will be done by must be on or after the answer",
        ),
    ],
)
def test_what_is_missing_is_said_at_its_place_and_nothing_is_kept(
    manager, child, who, typed, sentence
):
    dispute = raised(child, **who)
    words = words_of(manager.post(address(dispute), {"actions": "1", **typed}))
    assert sentence in words
    assert "There is a problem" in words
    for value in typed.values():
        assert value in words
    assert dispute.steps.count() == 1


def test_another_row_is_added_without_a_script_and_keeps_what_was_typed(manager, child, who):
    dispute = raised(child, **who)
    typed = {"answer": "agrees", "text": "With pleasure.", "actions": "1", **ROW, "add": "add"}
    words = words_of(manager.post(address(dispute), typed))
    assert "Action 2" in words
    assert "There is a problem" not in words
    for said in ("A plan is written", "Sam Reed", "With pleasure."):
        assert said in words
    assert dispute.steps.count() == 1


def test_after_its_day_an_answer_is_still_taken_and_marked_as_late(manager, child, who):
    dispute = raised(child, on=date(2017, 7, 5), **who)
    assert "The day to answer is past." in words_of(manager.get(address(dispute)))
    answer = manager.post(
        address(dispute), {"answer": "disagrees", "text": "No.", "actions": "1"}, follow=True
    )
    assert "It came after Wednesday 12 July 2017 and is kept as a late answer." in words_of(answer)
    assert ">Late<" in words_of(manager.get(address(dispute)))


def test_once_answered_the_page_can_be_read_and_not_answered_again(manager, child, who):
    dispute = answered(child, answer="disagrees", **who)
    words = words_of(manager.get(address(dispute)))
    assert "Nothing is asked of you now." in words
    assert "Send your answer" not in words
    typed = {"answer": "agrees", "actions": "1", **ROW}
    words = words_of(manager.post(address(dispute), typed))
    assert "This cannot be done while the dispute is “answered”" in words
    assert "A plan is written" in words
    assert dispute.steps.count() == 2


def test_taken_further_it_can_be_read_by_who_was_asked_and_answered_by_who_is(
    manager, client_for, child, who, iro, director
):
    dispute = raised(child, **who)
    escalate(
        dispute, stage=2, text="It cannot wait.", skipped_because="It was tried.",
        asked=director, on=TODAY, at=at(TODAY), by=iro,
    )  # fmt: skip
    words = words_of(manager.get(address(dispute)))
    assert "Nothing is asked of you any more." in words
    assert "Send your answer" not in words
    assert "Send your answer" in words_of(client_for(director).get(address(dispute)))


def test_an_answer_typed_while_the_iro_takes_it_further_is_not_lost(
    manager, child, who, iro, director
):
    dispute = raised(child, **who)
    seen = words_of(manager.get(address(dispute))).split('name="seen" value="')[1].split('"')[0]
    escalate(dispute, stage=1, text="Silence.", asked=director, on=TODAY, at=at(TODAY), by=iro)
    typed = {"answer": "disagrees", "text": "An hour of typing.", "actions": "1", "seen": seen}
    words = words_of(manager.post(address(dispute), typed))
    assert f"the dispute moved on: taken further by {iro} on 20 July 2017" in words
    assert "An hour of typing." in words
    assert Dispute.objects.get(pk=dispute.pk).state == "waiting"


def test_another_managers_dispute_is_not_found(client_for, child, who):
    dispute = raised(child, **who)
    other = client_for(UserFactory(role="responding_manager"))
    assert other.get(address(dispute)).status_code == 404
    assert other.post(address(dispute), {"answer": "meeting", "text": "So."}).status_code == 404
    assert not Look.objects.exists()


# Pages that name the child, its reviews or its disputes by number.
OF_THE_CHILD = [
    *("child", "dispute_open", "good_practice_add", "footprint_add", "allocation_change"),
    *("episode_add", "care_end", "care_restart", "facts_correct"),
]
OF_THE_REVIEW = [
    *("review", "review_book", "review_decisions", "record", "record_pdf", "record_preview"),
    *("outcome_form", "decisions_send", "midway_check", "who_comes"),
]
OF_THE_DISPUTE = [
    *("dispute", "dispute_meeting", "dispute_escalate", "dispute_accept", "dispute_close"),
    *("dispute_cafcass", "dispute_legal_advice", "dispute_note", "dispute_bundle"),
]


def test_every_other_page_of_the_child_is_closed_to_the_manager_who_is_asked(manager, child, who):
    EpisodeFactory(period__child=child, period__started_on=date(2017, 6, 1))
    review = HeldReviewFactory(period=child.periods.get(), held_on=date(2017, 6, 20))
    dispute = raised(child, **who)
    assert {*OF_THE_CHILD, *OF_THE_REVIEW, *OF_THE_DISPUTE} <= set(PAGES)
    for names, pk in (
        (OF_THE_CHILD, child.pk), (OF_THE_REVIEW, review.pk), (OF_THE_DISPUTE, dispute.pk),
    ):  # fmt: skip
        for name in names:
            page = reverse(name, args=[pk])
            assert manager.get(page).status_code == 404, name
            assert manager.post(page).status_code == 404, name
    assert dispute.steps.count() == 1


def test_that_the_manager_opened_it_is_kept(manager, child, who):
    dispute = raised(child, **who)
    manager.get(address(dispute))
    looks = Look.objects.values_list("subject", "subject_id", "page")
    assert set(looks) == {
        ("dispute", dispute.pk, "dispute to answer"),
        ("child", child.pk, "dispute to answer"),
    }


def test_the_list_asks_the_same_few_questions_however_long_it_is(
    manager, child, who, django_assert_max_num_queries
):
    for _ in range(8):
        raised(child, **who)
    with django_assert_max_num_queries(20):
        manager.get(reverse("to_answer"))


def test_a_meeting_asked_for_waits_for_the_iro(manager, child, who):
    dispute = raised(child, **who)
    typed = {"answer": "meeting", "text": "To go through it.", "actions": "1"}
    manager.post(address(dispute), typed)
    dispute.refresh_from_db()
    assert dispute.state == "meeting"
    assert "Nothing is asked of you now." in words_of(manager.get(address(dispute)))
    assert "while the dispute is “a meeting is asked for”" in words_of(
        manager.post(address(dispute), typed)
    )
