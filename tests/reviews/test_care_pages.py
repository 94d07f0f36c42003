"""The pages on which a manager records what changes in a child's care."""

from datetime import UTC, date, datetime

import pytest

from cohort.forms.facts import FactsForm
from cohort.models import Child
from cohort.versions import version_of
from reviews.actions.care import correct_facts
from reviews.models import Review
from tests.factories import HeldReviewFactory, OutcomeFormFactory
from tests.reviews.at_once import at_once

NOW = datetime(2017, 7, 20, 11, tzinfo=UTC)


@pytest.fixture
def manager(practice_manager, client_for):
    return client_for(practice_manager)


def boxes(name: str, words: str) -> dict:
    """A day typed into its three boxes."""
    return {f"{name}_{n}": part for n, part in enumerate(words.split())}


def episode(started_on="5 7 2017", **changes) -> dict:
    return {
        **boxes("started_on", started_on),
        "reason_new": "B",
        "legal_status": "E1",
        "need": "N1",
        "placement": "A6",
        "provider": "PR1",
        **changes,
    }


def said(client, path, data) -> str:
    return client.post(path, data, follow=True).content.decode()


def test_the_page_says_what_follows_from_a_placement_for_adoption(manager, planned):
    page = said(manager, f"/children/{planned.child_id}/episode/", episode())
    assert "Saved. The next review is now due by Wednesday 2 August 2017." in page
    assert "Placed for adoption with placement order" in page


def test_a_booking_that_is_too_late_now_is_told_of(manager, planned):
    Review.objects.update(booked_for=datetime(2017, 8, 3, 9, tzinfo=UTC))
    page = said(manager, f"/children/{planned.child_id}/episode/", episode())
    assert "It is booked for Thursday 3 August 2017, which is too late." in page
    assert "Will be late" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (boxes("started_on", "31 2 2017"), "31 February 2017 is not a real day"),
        (boxes("started_on", "21 7 2017"), "The day it changed must be today or in the past"),
        (boxes("started_on", "1 6 2017"), "cannot be before Ella came into care"),
        ({"reason_new": "P"}, "but the legal status did too"),
        ({"reason_new": ""}, "Select what changed"),
        ({"placement": "X9"}, "Select the placement"),
        ({"legal_status": "<script>"}, "Select the legal status"),
    ],
)
def test_an_episode_that_cannot_be_gets_one_sentence_and_keeps_the_answers(
    manager, planned, changes, sentence
):
    data = episode() | changes
    page = said(manager, f"/children/{planned.child_id}/episode/", data)
    assert sentence in page
    assert "<script>" not in page.replace("<script src", "").replace("<script type", "")
    assert planned.period.episodes.count() == 1


def test_the_end_of_care_leaves_no_review_planned(manager, planned):
    data = {**boxes("ended_on", "19 7 2017"), "reason": "E4a"}
    page = said(manager, f"/children/{planned.child_id}/care/end/", data)
    assert "no review is planned any more" in page
    assert "The child is not looked after now." in page
    assert "Back in care" in page


def test_the_end_of_care_waits_for_the_form_that_is_owed(manager, planned):
    booked = datetime(2017, 7, 18, 9, tzinfo=UTC)
    Review.objects.update(booked_for=booked)
    OutcomeFormFactory(review=planned, due_at=booked, submitted_at=None)
    data = {**boxes("ended_on", "19 7 2017"), "reason": "E4a"}
    page = said(manager, f"/children/{planned.child_id}/care/end/", data)
    assert "its outcome form is still owed" in page
    assert 'value="19"' in page


def test_care_that_ended_twice_is_refused_with_a_sentence(manager, planned):
    data = {**boxes("ended_on", "19 7 2017"), "reason": "E4a"}
    there = f"/children/{planned.child_id}/care/end/"
    manager.post(there, data)
    answer = manager.post(there, data)
    assert answer.status_code == 409
    assert "Ella is not looked after now." in answer.content.decode()


def test_a_child_who_comes_back_has_a_first_review_planned(manager, planned):
    manager.post(
        f"/children/{planned.child_id}/care/end/",
        {**boxes("ended_on", "30 6 2017"), "reason": "E4b"},
    )
    data = {
        **boxes("started_on", "10 7 2017"), "status_before": "CIN", "legal_status": "V2",
        "need": "N1", "placement": "U6", "provider": "PR1",
    }  # fmt: skip
    page = said(manager, f"/children/{planned.child_id}/care/again/", data)
    assert "The first review is due by Monday 7 August 2017." in page


def facts(child: Child, **changes) -> dict:
    born = child.date_of_birth
    return {
        "given_name": child.given_name,
        "family_name": child.family_name,
        "reference": child.reference,
        **boxes("date_of_birth", f"{born.day} {born.month} {born.year}"),
        "sex": "F",
        "ethnicity": "WBRI",
        "version": version_of(child),
        **changes,
    }


def test_who_comes_second_sees_whose_change_would_be_overwritten_and_loses_none(
    client_for, practice_manager, group_manager, planned
):
    address = f"/children/{planned.child_id}/facts/"
    theirs = facts(planned.child, given_name="Elle-Mae")
    mine = facts(planned.child, family_name="Browne", **boxes("date_of_birth", "5 3 2010"))
    client_for(group_manager).post(address, theirs)
    told = client_for(practice_manager).post(address, mine)
    page = " ".join(told.content.decode().split())
    assert told.status_code == 409
    assert f"{group_manager} changed these facts after you opened them." in page
    assert "Elle-Mae" in page
    assert Child.objects.get().family_name == "Brown"
    form = told.context["form"]
    assert (form["family_name"].value(), form["given_name"].value()) == ("Browne", "Ella")
    again = mine | {"version": form["version"].value(), "given_name": "Elle-Mae"}
    client_for(practice_manager).post(address, again)
    assert str(Child.objects.get()) == "Elle-Mae Browne"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_correct_at_once_one_is_told(practice_manager, group_manager, planned):
    child, version = planned.child, version_of(planned.child)
    known = {name: getattr(child, name) for name in (*FactsForm.NAMES, *FactsForm.GROUPS)}

    def correct(by):
        changed = known | {"family_name": by.last_name + str(by.pk)}
        correct_facts(child, **changed, version=version, at=NOW, by=by)

    told = at_once(correct, practice_manager, group_manager)
    assert told == ["done", "Somebody else changed these facts after you opened them."]


def test_a_name_is_put_right(manager, planned):
    data = facts(planned.child, given_name="Elle-Mae")
    assert "Elle-Mae Brown" in said(manager, f"/children/{planned.child_id}/facts/", data)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"given_name": ""}, "Enter the child&#x27;s given name"),
        ({"given_name": "El\x00la"}, "given name"),
        ({"family_name": "B" * 100_000}, "family name"),
        ({"reference": "TAKEN"}, "Another child with this reference is here already"),
        (boxes("date_of_birth", "31 2 2010"), "31 February 2010 is not a real day"),
        (boxes("date_of_birth", "23 6 2017"), "cannot be after 22 June 2017"),
        (boxes("date_of_birth", "1 7 2014"), "wrong for a child under 4"),
        (boxes("unaccompanied_until", "1 7 2017"), "Tick that the child is or was unaccompanied"),
    ],
)
def test_facts_that_cannot_be_get_one_sentence_and_nothing_changes(
    manager, planned, changes, sentence
):
    HeldReviewFactory(period=planned.period, held_on=date(2017, 6, 30))
    HeldReviewFactory(period__child__reference="TAKEN")
    before = Child.objects.values().get(pk=planned.child_id)
    page = said(manager, f"/children/{planned.child_id}/facts/", facts(planned.child) | changes)
    assert sentence in page
    assert "There is a problem" in page
    assert Child.objects.values().get(pk=planned.child_id) == before


def test_the_list_of_those_without_a_plan_plans_them(manager, period):
    page = manager.get("/children/without-a-plan/").content.decode()
    assert "1 child" in page
    page = said(manager, "/children/without-a-plan/", {})
    assert "1 review planned." in page
    assert "Every child looked after has a planned review." in page
    assert Review.objects.planned().get().due_on == date(2017, 7, 20)


def test_an_iro_reads_the_facts_and_changes_nothing(client_for, iro, planned):
    page = client_for(iro).get(f"/children/{planned.child_id}/").content.decode()
    assert "Looked after since" in page
    for words in ("/episode/", "/care/end/", "/facts/"):
        assert words not in page
