"""Who reviewed whom, and who holds whose case, out of a file."""

from datetime import date

import pytest

from cohort.models import Allocation, CaseHolding, Child, SocialWorker, Team
from tests.factories import AllocationFactory, ChildFactory, PeriodFactory, UserFactory
from tests.reviews.importing.registers import TODAY, counts, imported, reasons

pytestmark = pytest.mark.django_db
HEADINGS = "Child,IRO,From,To,Reason\n"
HELD = "Team,Manager,Worker,Worker email,Child,From,To\n"


@pytest.fixture
def ann(council):
    """An IRO and a child."""
    ChildFactory(reference="C1")
    return UserFactory(email="ann@example.org", first_name="Ann", last_name="Lee")


@pytest.fixture
def bo(ann):
    """Another IRO."""
    return UserFactory(email="bo@example.org", first_name="Bo", last_name="Fry")


def test_allocations_come_in_as_history_and_as_what_holds(ann, bo):
    given = (
        HEADINGS
        + 'C1,"Fry, Bo",01/02/2017,,Ann left\n'
        + "C1,ANN@example.org,06/09/2016,01/02/2017,\n"
    )
    outcome = imported("allocations", given)
    assert (counts(outcome).added, reasons(outcome)) == (2, [])
    assert list(Allocation.objects.values_list("iro", "started_on", "ended_on", "reason")) == [
        (bo.pk, date(2017, 2, 1), None, "Ann left"),
        (ann.pk, date(2016, 9, 6), date(2017, 2, 1), ""),
    ]
    assert Child.objects.allocated_to(bo, on=TODAY).count() == 1
    assert counts(imported("allocations", given)).unchanged == 2


def test_an_end_told_later_makes_room_for_the_next(ann, bo):
    imported("allocations", HEADINGS + "C1,Ann Lee,06/09/2016,,\n")
    outcome = imported(
        "allocations", HEADINGS + "C1,Bo Fry,01/02/2017,,\nC1,Ann Lee,06/09/2016,01/02/2017,\n"
    )
    assert (counts(outcome).added, counts(outcome).changed) == (1, 1)


def test_an_end_known_here_is_not_undone_by_an_older_file(ann):
    AllocationFactory(child=Child.objects.get(), iro=ann, ended_on=date(2017, 5, 1))
    outcome = imported("allocations", HEADINGS + "C1,Ann Lee,06/09/2016,,\n")
    assert counts(outcome).unchanged == 1
    assert Allocation.objects.get().ended_on == date(2017, 5, 1)


def test_what_has_no_end_ends_with_the_childs_care(ann):
    PeriodFactory(child=Child.objects.get(), ended_on=date(2017, 5, 1))
    given = HEADINGS + "C1,Ann Lee,06/09/2016,,\nC1,Ann Lee,01/05/2017,,\n"
    outcome = imported("allocations", given)
    assert Allocation.objects.get().ended_on == date(2017, 5, 1)
    assert reasons(outcome) == [(3, "From", "The child left care on 1 May 2017.")]
    assert outcome.notes == [
        "1 row had no end although the child has left care, and ends on that day: C1, 1 May 2017."
    ]
    assert counts(imported("allocations", given)).unchanged == 1


def test_a_child_looked_after_again_keeps_the_iro_without_an_end(ann):
    child = Child.objects.get()
    PeriodFactory(child=child, started_on=date(2014, 5, 1), ended_on=date(2015, 5, 1))
    PeriodFactory(child=child)
    imported("allocations", HEADINGS + "C1,Ann Lee,06/09/2016,,\n")
    assert Allocation.objects.get().ended_on is None


def test_what_cannot_be_true_of_an_allocation_is_handed_back(ann, bo):
    AllocationFactory(child=Child.objects.get(), iro=ann, ended_on=date(2017, 5, 1))
    UserFactory(first_name="Bo", last_name="Fry")
    UserFactory(email="gone@example.org", first_name="Al", last_name="Day", is_active=False)
    outcome = imported(
        "allocations",
        HEADINGS
        + "C1,bo@example.org,01/02/2017,,\n"
        + "C1,bo@example.org,06/09/2016,01/10/2016,\n"
        + "C1,Bo Fry,02/05/2017,,\n"
        + "C1,Cy Orr,02/05/2017,,\n"
        + "C1,gone@example.org,02/05/2017,,\n"
        + "C1,ann@example.org,21/07/2017,,\n"
        + "C1,ann@example.org,02/05/2017,01/05/2017,\n"
        + "C1,ann@example.org,01/02/2001,01/03/2001,\n"
        + "C1,ann@example.org,,,\n"
        + "C1,,02/05/2017,,\n"
        + "C9,ann@example.org,02/05/2017,,\n",
    )
    known = "The child's IRO is Ann Lee from 6 September 2016 until 1 May 2017."
    assert reasons(outcome) == [
        (2, "From", known),
        (3, "From", known),
        (4, "IRO", "More than one IRO is called Bo Fry. Give the email address."),
        (5, "IRO", "No IRO here is Cy Orr. Import the IROs first, or mend the name."),
        (6, "IRO", "Al Day may not sign in here any more."),
        (7, "From", "It has not begun yet. Only what has begun is imported."),
        (8, "To", "It ends before it begins."),
        (9, "From", "It begins before the child was born."),
        (10, "From", "There is no day it began."),
        (11, "IRO", "There is no IRO."),
        (12, "Child", "No child here has the reference C9."),
    ]
    assert Allocation.objects.count() == 1


def test_teams_come_in_with_their_workers_and_the_cases_they_hold(ann, responding_manager):
    given = (
        HELD
        + f"North,{responding_manager.email},,,,,\n"
        + "South,nobody@example.org,Cy Orr,cy@example.org,C1,01/02/2017,\n"
        + "north,,Cy Orr,cy@example.org,C1,06/09/2016,01/02/2017\n"
    )
    outcome = imported("teams", given)
    assert (counts(outcome).added, reasons(outcome)) == (3, [])
    north, south = Team.objects.all()
    assert (north.manager, south.manager) == (responding_manager, None)
    worker = SocialWorker.objects.get()
    assert (worker.name, worker.team) == ("Cy Orr", south)
    assert list(CaseHolding.objects.values_list("team", "worker", "started_on", "ended_on")) == [
        (south.pk, worker.pk, date(2017, 2, 1), None),
        (north.pk, worker.pk, date(2016, 9, 6), date(2017, 2, 1)),
    ]
    assert outcome.notes == [
        "1 row named a team manager who is no responding manager here: South, nobody@example.org."
    ]
    assert counts(imported("teams", given)).unchanged == 3
    assert Team.objects.count() == 2


def test_a_worker_without_an_address_is_known_by_name_and_team(ann):
    given = HELD + "North,,Cy Orr,,,,\nNorth,,Cy Orr,,C1,01/02/2017,\nSouth,,Cy Orr,,,,\n"
    imported("teams", given)
    assert SocialWorker.objects.count() == 2
    assert counts(imported("teams", given)).unchanged == 3


def test_what_cannot_be_true_of_a_case_is_handed_back_whole(ann):
    imported("teams", HELD + "North,,,,C1,01/02/2017,\n")
    outcome = imported(
        "teams",
        HELD + "South,,Cy Orr,,C1,01/03/2017,\n" + "South,,,cy@example.org,,,\n"
        + ",,Cy Orr,,,,\n" + "West,,Cy Orr,,C1,,\n",
    )  # fmt: skip
    assert reasons(outcome) == [
        (2, "From", "North holds the case from 1 February 2017, with no end."),
        (3, "Worker", "There is an address and no social worker."),
        (4, "Team", "There is no team."),
        (5, "From", "There is no day it began."),
    ]
    assert [team.name for team in Team.objects.all()] == ["North"]
    assert not SocialWorker.objects.exists()
