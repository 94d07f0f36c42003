"""Disputes on an IRO's first page and on a manager's: each number opens what it counts."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from disputes.actions.answering import Promise, answer_dispute
from disputes.actions.climbing import escalate
from disputes.actions.closing import accept, close
from disputes.models import Dispute
from iro_service.context import NAVIGATION
from reviews.deadlines import deadlines_as_at
from reviews.work import pieces_of
from tests.disputes.conftest import at

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
NOW = datetime(2017, 7, 20, 12, tzinfo=UTC)
JUNE_12, JULY_17, JULY_18 = date(2017, 6, 12), date(2017, 7, 17), date(2017, 7, 18)
JULY_19 = date(2017, 7, 19)


@pytest.fixture(autouse=True)
def noon():
    """It is 13:00 in London on the business day, whenever the tests run."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def deeds(iro):
    """What the IRO has to do about disputes: the text of each, its deed and its page."""

    def look(user=iro):
        pieces = pieces_of(user, deadlines_as_at(NOW, on=TODAY))
        texts = dict(Dispute.objects.values_list("pk", "text"))
        return {
            texts[piece.about_pk]: (piece.deed, piece.page, piece.deadline.state)
            for piece in pieces
            if piece.kind == "disputes"
        }

    return look


def agree(dispute, iro, *, by_when, on=JULY_18):
    """Agree with one action."""
    promise = [Promise("A plan is written.", "Team manager", by_when)]
    answer_dispute(dispute, answer="agrees", promises=promise, on=on, at=at(on), by=iro)
    dispute.refresh_from_db()


def test_what_waits_for_a_manager_is_not_the_iros_work(raise_concern, deeds):
    raise_concern(on=JULY_17)
    assert deeds() == {}


def test_silence_is_to_be_taken_further(raise_concern, deeds, iro, other_iro):
    raise_concern(on=JUNE_12, text="silent")
    assert deeds() == {
        "silent": ("Nobody answered: take it further", "dispute_escalate", "overdue")
    }
    assert deeds(other_iro) == {}


def test_silence_at_the_last_stage_has_no_further_one(raise_concern, deeds, director):
    raise_concern(on=JUNE_12, text="silent", stage=4, asked=director)
    assert deeds()["silent"][:2] == ("Nobody answered at the last stage", "dispute")


def test_an_answer_is_to_be_decided_on(raise_concern, deeds, iro):
    dispute = raise_concern(on=JULY_17, text="answered")
    agree(dispute, iro, by_when=date(2017, 9, 1))
    assert deeds() == {"answered": ("Decide on the answer", "dispute", "today")}
    accept(dispute, on=JULY_19, at=at(JULY_19), by=iro)
    assert deeds() == {}


def test_a_meeting_is_to_be_held(raise_concern, deeds, iro):
    dispute = raise_concern(on=JULY_17, text="meeting", stage=1)
    answer_dispute(
        dispute, answer="meeting", text="To explain.", on=JULY_18, at=at(JULY_18), by=iro
    )
    assert deeds() == {"meeting": ("Hold the meeting that was asked for", "dispute_meeting", "due")}


def test_an_agreed_action_past_its_day_is_followed_up_even_once_it_is_closed(
    raise_concern, deeds, iro
):
    dispute = raise_concern(on=JULY_17, text="late")
    agree(dispute, iro, by_when=JULY_19)
    accept(dispute, on=JULY_18, at=at(JULY_18), by=iro)
    expected = {"late": ("Follow up what was agreed", "dispute", "overdue")}
    assert deeds() == expected
    dispute.refresh_from_db()
    close(dispute, outcome="upheld", what_changed="A plan.", on=TODAY, at=NOW, by=iro)
    assert deeds() == expected


def test_past_the_20_working_days_it_is_to_be_settled(raise_concern, deeds, iro, director):
    dispute = raise_concern(on=JUNE_12, text="long", stage=1)
    escalate(dispute, stage=2, text="No.", asked=director, on=JULY_18, at=at(JULY_18), by=iro)
    words = "Settle it: its 20 working days are over"
    assert deeds() == {"long": (words, "dispute", "overdue")}


def test_my_work_counts_them_and_opens_each(client_for, raise_concern, iro):
    raise_concern(on=JUNE_12)
    dispute = raise_concern(on=JULY_17, stage=1)
    agree(dispute, iro, by_when=TODAY)
    client = client_for(iro)
    page = client.get(reverse("my_work"))
    (item,) = [item for item in page.context["strip"] if item["href"].endswith("show=disputes")]
    assert (item["number"], item["note"]) == (2, "1 overdue")
    shown = client.get(f"{reverse('my_work')}?show=disputes")
    assert sum(len(one.pieces) for one in shown.context["urgencies"]) == 2
    assert reverse("dispute", args=[dispute.pk]) in shown.content.decode()
    assert reverse("calendar") in page.content.decode()


def test_more_disputes_ask_no_more_questions(raise_concern, iro, django_assert_max_num_queries):
    def asked():
        with django_assert_max_num_queries(30) as queries:
            pieces_of(iro, deadlines_as_at(NOW, on=TODAY))
        return len(queries)

    raise_concern(on=JUNE_12)
    few = asked()
    for _ in range(8):
        raise_concern(on=JUNE_12, stage=1)
    assert asked() == few


def test_todays_numbers_are_the_lengths_of_their_lists(
    client_for, raise_concern, practice_manager, iro
):
    raise_concern(on=JUNE_12)
    raise_concern(on=JULY_17, team=None)
    for _ in range(2):
        agree(raise_concern(on=JULY_17, stage=1), iro, by_when=JULY_19)
    client = client_for(practice_manager)
    tiles = [
        item
        for item in client.get(reverse("today")).context["strip"]
        if (item.get("href") or "").startswith(reverse("disputes"))
    ]
    assert [tile["number"] for tile in tiles] == [1, 2, 1]
    assert [tile["tone"] for tile in tiles] == ["overdue", "overdue", ""]
    for tile in tiles:
        assert client.get(tile["href"]).context["page"].paginator.count == tile["number"]


@pytest.mark.parametrize("role", ["iro", "practice_manager", "group_manager"])
def test_disputes_are_in_the_navigation_of_at_most_six(role):
    names = [name for _, name in NAVIGATION[role]]
    assert "disputes" in names
    assert len(names) <= 6


def test_people_and_the_calendar_are_two_clicks_away(client_for, practice_manager, iro):
    found = client_for(practice_manager).get(reverse("caseloads")).content.decode()
    assert f'href="{reverse("people")}"' in found
    assert reverse("calendar") in client_for(iro).get(reverse("reviews")).content.decode()
