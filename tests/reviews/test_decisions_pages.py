"""Decisions on their pages: sent by one click, answered by their manager alone, followed up."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import Look
from reviews.models import Decision, DecisionSheet
from tests.factories import DecisionFactory, DecisionSheetFactory, UserFactory
from tests.reviews.cases import child_of, review_held

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(iro):
    """Ella's review of Tuesday 11 July 2017 with two decisions."""
    review = review_held(child_of(iro, given_name="Ella"), date(2017, 7, 11), chair=iro)
    DecisionFactory(review=review, number=1, text="A dentist is found.", by_when=date(2017, 7, 19))
    DecisionFactory(review=review, number=2, text="The plan is written.")
    return review


@pytest.fixture
def sent(review, iro, responding_manager):
    """Sent on Thursday 13 July, to be answered by today."""
    return DecisionSheetFactory(
        review=review, manager=responding_manager, sent_on=date(2017, 7, 13), sent_by=iro
    )


def words(response) -> str:
    return " ".join(response.content.decode().split())


def answers(number: int, outcome: str = "", why: str = "", was: str = "") -> dict:
    prefix = f"decision-{number}"
    return {f"{prefix}-outcome": outcome, f"{prefix}-why": why, f"{prefix}-was": was}


def test_one_click_sends_them_to_the_teams_manager(review, iro, responding_manager, client_for):
    sheet = DecisionSheetFactory(review=review, manager=responding_manager)
    client = client_for(iro)
    page = words(client.get(reverse("review", args=[review.pk])))
    assert "Tuesday 18 July 2017" in page  # its last day
    assert f"It goes to {responding_manager}." in page
    send = reverse("decisions_send", args=[review.pk])
    told = words(client.post(send, {"manager": responding_manager.pk}, follow=True))
    assert f"Sent to {responding_manager}, to answer by 27 July 2017." in told
    sheet.refresh_from_db()
    assert (sheet.sent_on, sheet.sent_by) == (date(2017, 7, 20), iro)
    assert client.post(send, {"manager": responding_manager.pk}).status_code == 409


def test_without_a_manager_one_is_chosen(review, iro, responding_manager, client_for):
    DecisionSheetFactory(review=review, manager=None)
    client = client_for(iro)
    assert "Choose the team manager" in words(client.get(reverse("review", args=[review.pk])))
    send = reverse("decisions_send", args=[review.pk])
    assert "Select the manager the decisions go to" in words(client.post(send, {"manager": ""}))
    assert "Select the manager" in words(client.post(send, {"manager": iro.pk}))
    assert client.post(send, {"manager": responding_manager.pk}).status_code == 302


def test_the_manager_sees_the_child_the_day_and_the_decisions_and_nothing_else(
    sent, responding_manager, client_for
):
    client = client_for(responding_manager)
    waiting = words(client.get(reverse("to_answer")))
    assert "Decisions waiting for your answer (1)" in waiting
    page = words(client.get(reverse("decisions_answer", args=[sent.pk])))
    child = sent.review.child
    for fact in (str(child), child.reference, "11 July 2017", "A dentist is found.", "due today"):
        assert fact in page
    for secret in ("2008", "PN1", "Full care order", f"/children/{child.pk}/"):
        assert secret not in page
    assert Look.objects.get().page == "decisions to answer"
    for name in ("child", "review", "review_decisions"):
        pk = child.pk if name == "child" else sent.review_id
        assert client.get(reverse(name, args=[pk])).status_code == 404


def test_another_manager_finds_nothing(sent, client_for):
    client = client_for(UserFactory(role="responding_manager"))
    assert "Nothing waits for your answer." in words(client.get(reverse("to_answer")))
    page = reverse("decisions_answer", args=[sent.pk])
    assert (
        client.get(page).status_code == client.post(page, {"answer": "agrees"}).status_code == 404
    )


def test_decisions_not_sent_are_not_the_managers_to_see(review, responding_manager, client_for):
    sheet = DecisionSheetFactory(review=review, manager=responding_manager)
    page = reverse("decisions_answer", args=[sheet.pk])
    assert client_for(responding_manager).get(page).status_code == 404


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"answer": ""}, "Select whether you agree"),
        ({"answer": "maybe"}, "Select whether you agree"),
        ({"answer": "comments"}, "Enter your comments"),
        ({"answer": "objects", "text": " "}, "Enter what you object to, and why"),
        ({"answer": "objects", "text": "x" * 4001}, "must be 4,000 characters or fewer"),
        ({"answer": "objects", "text": "a\x00"}, "cannot be saved"),
    ],
)
def test_bad_answers_get_a_sentence(sent, responding_manager, client_for, typed, sentence):
    page = client_for(responding_manager).post(reverse("decisions_answer", args=[sent.pk]), typed)
    assert sentence in words(page)
    assert DecisionSheet.objects.get().answer == ""


def test_an_objection_reaches_the_iro_and_is_settled(sent, iro, responding_manager, client_for):
    client_for(responding_manager).post(
        reverse("decisions_answer", args=[sent.pk]),
        {"answer": "objects", "text": "<script>alert(1)</script>"},
    )
    client = client_for(iro)
    work = words(client.get("/my-work/"))
    assert "Settle the objection" in work
    page = client.get(reverse("review", args=[sent.review_id])).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    settle = reverse("decisions_settle", args=[sent.review_id])
    assert "Enter how the objection ended" in words(client.post(settle, {"note": ""}))
    client.post(settle, {"note": "It stands."})
    assert "Settle the objection" not in words(client.get("/my-work/"))
    timeline = words(client.get(reverse("child", args=[sent.review.child_id])))
    assert f"{responding_manager} objects to the decisions" in timeline
    assert "Objection to the decisions settled" in timeline


def test_after_the_day_both_sides_read_that_silence_agrees(
    sent, iro, responding_manager, client_for, a_day
):
    a_day("2017-07-21")
    sentence = "Nobody answered by 20 July 2017: this counts as agreement"
    for user, page in (
        (iro, reverse("review", args=[sent.review_id])),
        (iro, reverse("child", args=[sent.review.child_id])),
        (responding_manager, reverse("to_answer")),
        (responding_manager, reverse("decisions_answer", args=[sent.pk])),
    ):
        assert sentence in words(client_for(user).get(page)), page
    client_for(responding_manager).post(
        reverse("decisions_answer", args=[sent.pk]), {"answer": "agrees"}
    )
    assert "Late answer" in words(client_for(iro).get(reverse("review", args=[sent.review_id])))


def test_what_became_of_them_is_saved_together(review, iro, client_for):
    page = reverse("review_decisions", args=[review.pk])
    data = answers(1, "done") | answers(2, "not_done", "No place was free.")
    told = words(client_for(iro).post(page, data, follow=True))
    assert "Saved what became of 2 decisions." in told
    assert list(Decision.objects.values_list("outcome", "outcome_why")) == [
        ("done", ""),
        ("not_done", "No place was free."),
    ]


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        (answers(2, "not_done"), "Enter why decision 2 was not done"),
        (answers(2, "gone"), "Select"),
        (answers(2, "partly", "x" * 501), "must be 500 characters or fewer"),
        (answers(2, "done", was="partly"), "Decision 2 was changed meanwhile"),
    ],
)
def test_one_bad_answer_saves_none_and_keeps_the_words(review, iro, client_for, second, sentence):
    page = client_for(iro).post(
        reverse("review_decisions", args=[review.pk]), answers(1, "partly", "Half of it.") | second
    )
    assert sentence in words(page)
    assert "Half of it." in words(page)
    assert not Decision.objects.exclude(outcome="").exists()


def test_the_group_manager_reads_them_and_changes_nothing(review, group_manager, client_for):
    client = client_for(group_manager)
    page = reverse("review_decisions", args=[review.pk])
    assert "Save what became of them" not in words(client.get(page))
    assert client.post(page, answers(1, "done")).status_code == 403


def test_the_list_is_narrowed_by_state_owner_and_iro(
    review, iro, other_iro, practice_manager, client_for
):
    elsewhere = review_held(child_of(other_iro), date(2017, 5, 2))
    DecisionFactory(review=elsewhere, number=1, owner="School", by_when=date(2017, 6, 1))
    DecisionFactory(
        review=elsewhere, number=2, outcome="not_done", outcome_on=date(2017, 7, 1), outcome_why="-"
    )
    client = client_for(practice_manager)

    def found(query: str) -> int:
        return client.get(f"/decisions/?{query}").context["page"].paginator.count

    numbers = {
        "": 3,
        "state=overdue": 2,
        "state=overdue&owner=school": 1,
        f"state=overdue&iro={iro.pk}": 1,
        "iro=nobody": 0,
        "state=not_done": 1,
        "state=all": 4,
        "state=nonsense": 3,
    }
    assert {query: found(query) for query in numbers} == numbers
    assert client_for(iro).get("/decisions/?state=all").context["page"].paginator.count == 2


def test_the_download_has_the_same_rows_and_no_formulas(review, iro, client_for):
    Decision.objects.filter(number=1).update(text="=1+1")
    file = client_for(iro).get("/decisions/download/?state=all").content.decode()
    assert file.count("\r\n") == 3
    assert "'=1+1" in file


def test_the_childs_page_names_the_overdue_ones(review, iro, client_for):
    page = words(client_for(iro).get(reverse("child", args=[review.child_id])))
    assert "Decisions overdue (1)" in page


def test_what_was_not_done_is_carried_forward_until_the_decisions_are_sent(review, iro, client_for):
    before = review_held(review.child, date(2017, 1, 10))
    DecisionFactory(review=before, number=1, text="A school place is found.", owner="School")
    DecisionFactory(
        review=before, number=2, text="Glasses.", outcome="done", outcome_on=date(2017, 2, 1)
    )
    client, page = client_for(iro), reverse("review_decisions", args=[review.pk])
    shown = words(client.get(page))
    assert "A school place is found." in shown
    assert "Glasses." not in shown
    carry = reverse("decision_carry", args=[review.pk, 1])
    day = {"by_when_0": "10", "by_when_1": "7", "by_when_2": "2017", "owner": "School"}
    assert "Enter a day that is not before the review" in words(client.post(carry, day))
    told = words(client.post(carry, day | {"by_when_1": "9"}, follow=True))
    assert "Carried forward as decision 3." in told
    assert "Carried forward from the review of 10 January 2017." in told
    assert client.post(carry, day | {"by_when_1": "9"}).status_code == 409
