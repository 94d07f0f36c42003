"""A dispute's page: whose turn it is, what may be done now, and by whom."""

import re
from datetime import date

import pytest
from django.urls import reverse

from audit.models import Look
from disputes.actions.answering import answer_dispute
from disputes.actions.climbing import add_note, escalate
from disputes.actions.closing import accept, close
from disputes.models import Dispute
from tests.disputes.cases import answered, raised
from tests.disputes.conftest import at
from tests.factories import CoverFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


@pytest.fixture
def who(iro, responding_manager):
    return {"by": iro, "asked": responding_manager}


@pytest.fixture
def page(client_for, iro):
    """The words of the dispute's page, as the IRO or somebody else sees it."""

    def get(dispute, user=iro) -> str:
        answer = client_for(user).get(reverse("dispute", args=[dispute.pk]))
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    return get


def first_button(words: str) -> str:
    """The words of the one button in the panel."""
    return words.split('aria-labelledby="turn"')[1].split("</section>")[0]


def test_it_tells_the_concern_the_people_of_that_day_and_the_stage(page, child, who, iro):
    dispute = raised(child, impact="She does not sleep.", on=date(2017, 7, 14), **who)
    words = page(dispute)
    for said in (
        "No plan since March.", "A plan.", "She does not sleep.", "Drift and delay",
        f"Waiting for {who['asked']}", "Informal, before 4 formal stages",
        "Friday 21 July 2017", "1 working day left", "5 working days after 14 July 2017",
    ):  # fmt: skip
        assert said in words, said


def test_a_formal_one_has_the_time_left_of_the_whole_as_a_bar_and_in_words(
    page, child, who, raise_concern
):
    dispute = raise_concern(on=date(2017, 7, 6), stage=2, asked=who["asked"])
    words = page(dispute)
    assert "Stage 2 of 4: Service manager" in words
    assert '<progress class="house-left" max="20" value="10"' in words
    assert "10 of 20 working days left" in words
    assert "20 working days after 6 July 2017" in words


def test_silence_proposes_the_next_stage_to_the_iro_and_the_practice_manager(
    page, child, who, practice_manager, group_manager
):
    dispute = raised(child, on=date(2017, 7, 5), **who)
    proposed = "Nobody answered by 12 July 2017: take it further to team manager"
    further = f'href="{reverse("dispute_escalate", args=[dispute.pk])}"'
    for user in (who["by"], practice_manager):
        words = page(dispute, user)
        assert proposed in words
        assert further in words
    words = page(dispute, group_manager)
    assert proposed in words
    assert further not in words


def test_on_the_stages_last_day_nobody_is_late_yet(page, child, who):
    assert "Nobody answered" not in page(raised(child, on=date(2017, 7, 13), **who))
    assert "Nobody answered" in page(raised(child, on=date(2017, 7, 12), **who))


def test_at_the_last_stage_silence_calls_for_cafcass(page, who, raise_concern):
    dispute = raise_concern(on=date(2017, 7, 5), stage=4, asked=who["asked"])
    words = page(dispute)
    assert "refer to Cafcass" in words
    assert reverse("dispute_escalate", args=[dispute.pk]) not in words


PAGES = (
    "dispute_answer", "dispute_meeting", "dispute_accept", "dispute_escalate", "dispute_close",
    "dispute_cafcass", "dispute_legal_advice", "dispute_note",
)  # fmt: skip
BESIDE = {"dispute_cafcass", "dispute_legal_advice", "dispute_note"}


def offered(words, dispute):
    return {name for name in PAGES if f'href="{reverse(name, args=[dispute.pk])}"' in words}


@pytest.mark.parametrize(
    ("answer", "moves"),
    [
        ("meeting", {"dispute_meeting", "dispute_accept", "dispute_escalate", "dispute_close"}),
        ("disagrees", {"dispute_accept", "dispute_escalate", "dispute_close"}),
    ],
)
def test_only_what_may_be_done_now_is_offered(
    page, child, who, practice_manager, group_manager, answer, moves
):
    dispute = answered(child, answer=answer, **who)
    assert offered(page(dispute), dispute) == moves | BESIDE
    assert offered(page(dispute, practice_manager), dispute) == {"dispute_escalate"} | BESIDE
    assert offered(page(dispute, group_manager), dispute) == set()
    CoverFactory(away=who["by"], covered_by=UserFactory())
    assert offered(page(dispute, practice_manager), dispute) == moves | BESIDE


def test_once_closed_a_note_or_another_dispute_is_all_there_is(page, child, who, group_manager):
    dispute = answered(child, answer="disagrees", **who)
    to = {"on": TODAY, "at": at(TODAY), "by": who["by"]}
    close(dispute, outcome="not_upheld", what_changed="Nothing did.", **to)
    words = page(dispute)
    assert offered(words, dispute) == {"dispute_note"}
    assert f"?earlier={dispute.pk}" in words
    assert "Closed: not upheld" in words
    assert "Nothing did." in words
    assert f"?earlier={dispute.pk}" not in page(dispute, group_manager)


def test_the_button_is_what_the_dispute_waits_for(page, child, who):
    def button(dispute):
        panel = first_button(page(Dispute.objects.get(pk=dispute.pk)))
        return panel.split('class="govuk-button"')[1].split(">")[1].split("<")[0].strip()

    assert button(raised(child, on=date(2017, 7, 14), **who)) == "Record the answer"
    assert button(answered(child, answer="meeting", **who)) == "Record the meeting"
    assert button(answered(child, answer="agrees", **who)) == "Accept the answer"
    further = "Take it further to team manager"
    assert button(answered(child, answer="disagrees", **who)) == further


def test_settled_with_something_to_be_done_it_is_followed_up_and_then_closed(
    page, child, who, client_for
):
    dispute, to = answered(child, answer="agrees", **who), {"on": TODAY, "at": at(TODAY)}
    accept(dispute, by=who["by"], **to)
    words = page(dispute)
    assert "Settled: what was agreed is followed up" in words
    action = dispute.actions.get()
    address = reverse("agreed_action_done", args=[action.pk])
    button = words.split(f'action="{address}"')[1].split("</form>")[0]
    hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', button))
    client_for(who["by"]).post(address, hidden)
    action.refresh_from_db()
    assert action.done_on == TODAY
    assert "Settled: it can be closed" in page(dispute)


def test_the_log_tells_each_step_and_marks_what_is_private(page, child, who, iro, director):
    dispute = answered(child, answer="disagrees", on=date(2017, 7, 3), **who)
    day = date(2017, 7, 12)
    escalate(
        dispute, stage=3, text="It cannot wait.", asked=director,
        skipped_because="They share an office.", on=day, at=at(day), by=iro,
    )  # fmt: skip
    add_note(dispute, text="She cried.", private=True, at=at(TODAY), by=iro)
    words = page(dispute)
    for said in (
        "Raised informally", f"{who['asked']} disagrees", "These are my words.",
        "Taken further to the stage “Assistant director”", "It cannot wait.",
        "An earlier stage was left out because: They share an office.",
        f"Put to {director}, to answer by 19 July 2017.", "She cried.", ">Private<",
    ):  # fmt: skip
        assert said in words, said


def test_a_late_answer_is_marked_and_one_kept_for_the_manager_says_so(page, child, who, iro):
    dispute = raised(child, on=date(2017, 7, 5), **who)
    day = date(2017, 7, 14)
    answer_dispute(
        dispute, answer="disagrees", text="On the telephone.", on=day, at=at(TODAY), by=iro
    )
    words = page(dispute)
    assert "The answer was due by 12 July 2017." in words
    assert f"Kept by {iro} in {who['asked']}&#x27;s name" in words
    assert "Entered on 20 July 2017." in words
    assert ">Late<" in words


def test_that_the_page_was_opened_is_kept_and_shown_to_managers(page, child, who, practice_manager):
    dispute = raised(child, **who)
    page(dispute)
    looks = Look.objects.filter(by=who["by"]).values_list("subject", "subject_id")
    assert set(looks) == {("dispute", dispute.pk), ("child", child.pk)}
    assert "Who opened this page lately" not in page(dispute)
    assert f"<li>{who['by']}, 20 July 2017" in page(dispute, practice_manager)


def test_the_earlier_and_the_later_dispute_lead_to_each_other(page, child, who):
    first = answered(child, answer="disagrees", **who)
    to = {"on": TODAY, "at": at(TODAY), "by": who["by"]}
    close(first, outcome="withdrawn", what_changed="Nothing.", **to)
    first = Dispute.objects.get(pk=first.pk)
    again = raised(child, earlier=first, on=TODAY, **who)
    assert f'href="{reverse("dispute", args=[again.pk])}"' in page(first)
    assert f'href="{reverse("dispute", args=[first.pk])}"' in page(again)


@pytest.mark.parametrize(
    ("role", "status"),
    [("other_iro", 404), ("responding_manager", 404), ("business_support", 403)],
)
def test_who_has_no_part_in_it_gets_nothing(child, who, client_for, request, role, status):
    client = client_for(request.getfixturevalue(role))
    address = reverse("dispute", args=[raised(child, **who).pk])
    assert client.get(address).status_code == status
    assert not Look.objects.exists()


def test_words_typed_stay_words(page, child, who):
    dispute = raised(child, **who | {"text": "<script>alert(1)</script>"})
    assert "&lt;script&gt;alert(1)" in page(dispute)
    assert "<script>alert" not in page(dispute)


def test_its_queries_do_not_grow_with_its_log(
    page, child, who, client_for, django_assert_max_num_queries
):
    dispute = answered(child, answer="agrees", **who)
    for _ in range(12):
        add_note(dispute, text="More.", private=False, at=at(TODAY), by=who["by"])
    client = client_for(who["by"])
    with django_assert_max_num_queries(32):
        client.get(reverse("dispute", args=[dispute.pk]))
