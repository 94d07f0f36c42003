"""The registers of the unit: who managed it, who came and went, what was learned."""

from datetime import date

import pytest

from cohort.actions.unit import enter_in_register, keep_staff_facts, take_out_of_register
from cohort.forms.unit import staff_facts_of
from cohort.models import StaffFacts, StaffingChange, Training, UnitManager
from cohort.versions import ChangedMeanwhile, version_of
from iro_service.refusals import Refusal
from tests.factories import (
    StaffFactsFactory,
    StaffingChangeFactory,
    TrainingFactory,
    UnitManagerFactory,
)
from tests.reviews.pages import words
from tests.reviews.test_care_pages import boxes, said
from tests.reviews.test_queries import queries_of

pytestmark = pytest.mark.django_db
NEW = {"version": "0"}
EVENT = {"title": "Hearing children", "kind": "training", **boxes("held_on", "9 2 2017")} | NEW
CHANGE = {"kind": "joined", "words": "An IRO came.", **boxes("on", "5 6 2017")} | NEW
PERSON = {"name": "Ada Moss", "title": "Group manager", **boxes("started_on", "6 3 2017")} | NEW
REGISTERS = {
    "unit-managers": (PERSON, UnitManager, UnitManagerFactory),
    "staffing-changes": (CHANGE, StaffingChange, StaffingChangeFactory),
    "training": (EVENT, Training, TrainingFactory),
}


@pytest.fixture
def manager(client_for, practice_manager):
    return client_for(practice_manager)


@pytest.mark.parametrize("register", REGISTERS)
def test_an_entry_is_added_changed_downloaded_and_taken_out(manager, register):
    entered, model, _ = REGISTERS[register]
    assert "Add" in manager.get(f"/unit/{register}/").content.decode()
    assert "Saved." in said(manager, f"/unit/{register}/add/", entered)
    entry = model.objects.get()
    again = entered | {"version": str(version_of(entry))}
    assert "Saved." in said(manager, f"/unit/{register}/{entry.pk}/", again)
    assert len(manager.get(f"/unit/{register}/download/").content.splitlines()) == 2
    assert manager.get(f"/unit/{register}/download/?as=xlsx").status_code == 200
    assert "Taken out." in said(manager, f"/unit/{register}/{entry.pk}/take-out/", {})
    assert not model.objects.exists()


@pytest.mark.parametrize(
    ("register", "changes", "sentence"),
    [
        ("unit-managers", {"name": ""}, "Enter the name"),
        ("unit-managers", boxes("ended_on", "5 3 2017"), "must be the first day or later"),
        ("staffing-changes", {"kind": ""}, "Select what happened"),
        ("staffing-changes", {"words": ""}, "Enter how it is told"),
        ("training", {"title": ""}, "Enter what it was about"),
        ("training", {"hours": "0"}, "The hours must be between 0.5 and 99"),
        (
            "training",
            boxes("held_on", "9 10 2017") | {"attended": "8"},
            "Enter how many were there once it was held",
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_field(manager, register, changes, sentence):
    assert sentence in said(manager, f"/unit/{register}/add/", REGISTERS[register][0] | changes)


def test_what_the_report_prints_names_nobody(manager, iro):
    named = CHANGE | {"person": str(iro.pk), "words": f"{iro.first_name} came."}
    assert "Tell it without the name" in said(manager, "/unit/staffing-changes/add/", named)
    named["words"] = f"We welcome ({iro.last_name}), who came."
    assert "Tell it without the name" in said(manager, "/unit/staffing-changes/add/", named)


def test_an_event_to_come_is_a_plan(manager):
    TrainingFactory(held_on=date(2017, 10, 3), attended=None)
    assert "Planned" in manager.get("/unit/training/").content.decode()


def test_an_empty_register_says_what_to_do(manager):
    page = words(manager.get("/unit/training/"))
    assert "Enter training when it is booked" in page
    TrainingFactory()
    assert "Nothing of these days." in words(manager.get("/unit/training/?first=2017-07-01"))


@pytest.mark.parametrize(
    ("query", "found"),
    [("", "cba"), ("?sort=title", "abc"), ("?sort=learned", "cba"), ("?last=2017-02-01", "ba")],
)
def test_a_register_is_narrowed_and_sorted(manager, query, found):
    for title, day in (("a", "2017-01-02"), ("b", "2017-02-01"), ("c", "2017-03-01")):
        TrainingFactory(title=title, held_on=day)
    assert "".join(
        row["name"] for row in manager.get(f"/unit/training/{query}").context["rows"]
    ) == (found)


@pytest.mark.parametrize("register", REGISTERS)
def test_more_entries_are_no_more_queries(manager, register, iro):
    factory, person = REGISTERS[register][2], {}
    if register == "staffing-changes":
        person = {"person": iro}
    factory(**person)
    few = queries_of(manager, f"/unit/{register}/")
    factory.create_batch(6, **person)
    assert queries_of(manager, f"/unit/{register}/") == few


def test_who_comes_second_to_an_entry_sees_both(manager, client_for, group_manager):
    entry = TrainingFactory()
    there, mine = f"/unit/training/{entry.pk}/", EVENT | {"version": str(version_of(entry))}
    said(manager, there, mine | {"title": "Theirs"})
    answer = client_for(group_manager).post(there, mine | {"title": "Mine"})
    assert answer.status_code == 409
    assert "Theirs" in words(answer)
    assert "Mine" in words(answer)


def test_only_managers_keep_the_registers(iro, practice_manager):
    entry = TrainingFactory()
    with pytest.raises(Refusal, match="Only a manager"):
        enter_in_register(entry, version=version_of(entry), by=iro, title="Else")
    with pytest.raises(Refusal, match="Only a manager"):
        take_out_of_register(entry, by=iro)
    take_out_of_register(Training.objects.get(), by=practice_manager)
    with pytest.raises(Refusal, match="took this out meanwhile"):
        take_out_of_register(Training(pk=entry.pk), by=practice_manager)


def test_an_iro_says_it_for_themselves_and_a_manager_for_all(
    client_for, iro, other_iro, practice_manager
):
    said_so = {"version": 0, "sex": "F", "ethnicity": ""}
    keep_staff_facts(iro, **said_so, by=iro)
    keep_staff_facts(other_iro, **said_so, by=practice_manager)
    with pytest.raises(Refusal, match="Only the IRO"):
        keep_staff_facts(iro, **said_so, by=other_iro)
    with pytest.raises(Refusal, match="of IROs only"):
        keep_staff_facts(practice_manager, **said_so, by=practice_manager)
    with pytest.raises(ChangedMeanwhile):
        keep_staff_facts(iro, **said_so | {"sex": "M"}, by=practice_manager)
    assert client_for(other_iro).get(f"/unit/iros/{iro.pk}/").status_code == 404


def test_what_was_said_can_be_taken_back(client_for, iro):
    facts = StaffFactsFactory(person=iro)
    client = client_for(iro)
    assert f"/unit/iros/{iro.pk}/" in client.get("/my-work/").content.decode()
    version = str(version_of(staff_facts_of(iro)))
    page = said(client, f"/unit/iros/{iro.pk}/", {"version": version, "sex": "", "ethnicity": ""})
    assert "Saved." in page
    facts.refresh_from_db()
    assert (facts.sex, facts.ethnicity) == ("", "")


def test_managers_see_who_said_what_and_who_said_nothing(manager, iro, other_iro):
    StaffFactsFactory(person=iro)
    page = words(manager.get("/unit/iros/"))
    assert "White British" in page
    assert "Not said" in page
    assert StaffFacts.objects.count() == 1
    assert len(manager.get("/unit/iros/download/").content.splitlines()) == 3
    assert "1 of 2 IROs" in words(manager.get("/unit/"))
