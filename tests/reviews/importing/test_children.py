"""Names and facts of children that no return holds."""

from datetime import date

import pytest
from django.apps import apps

from accounts.models import Role, User
from cohort.models import Child, District
from iro_service.refusals import Refusal
from tests.factories import ChildFactory, DistrictFactory, PeriodFactory
from tests.reviews.importing.registers import counts, imported, reasons

pytestmark = pytest.mark.django_db


@pytest.fixture
def unnamed(council):
    """A child of a return, looked after twice."""
    child = ChildFactory(reference="C1", given_name="Child", family_name="C1")
    PeriodFactory(child=child, started_on=date(2014, 1, 6), ended_on=date(2014, 5, 6))
    PeriodFactory(child=child, started_on=date(2016, 9, 5))
    return child


def test_a_child_of_a_return_gets_a_name_and_what_is_known_of_the_time_before(unnamed):
    DistrictFactory(name="Wychavon")
    outcome = imported(
        "children",
        "Child ID,Forename,Surname,District,Prior status,Disabled,DOB\n"
        "C1,Ella,Brown,wychavon,Child protection plan,Y,14/05/2008\n",
    )
    assert (counts(outcome).changed, list(outcome.rejects), outcome.notes) == (1, [], [])
    unnamed.refresh_from_db()
    assert (str(unnamed), unnamed.disabled) == ("Ella Brown", True)
    now, before = unnamed.periods.all()
    assert (now.district.name, now.status_before) == ("Wychavon", "CP")
    assert (before.district, before.status_before) == (None, "NONE")


def test_again_it_changes_nothing_and_empty_cells_never_do(unnamed):
    given = "Reference,Given name,Family name,Disabled\nC1,Ella,Brown,\n"
    assert counts(imported("children", given)).changed == 1
    Child.objects.update(disabled=True)
    assert counts(imported("children", given)).unchanged == 1
    assert Child.objects.get().disabled


def test_a_name_given_by_hand_is_changed_and_told(unnamed):
    Child.objects.update(given_name="Ela", family_name="Brown")
    outcome = imported("children", "Reference,Given name\nC1,Ella\n")
    assert outcome.notes == [
        "1 row gave a child another name, which they have now: C1, Ela Brown is now Ella Brown."
    ]
    assert str(Child.objects.get()) == "Ella Brown"


def test_the_first_register_founds_the_districts_of_a_council_that_has_none(unnamed):
    imported("children", "Reference,District\nC1,Malvern Hills\n")
    assert [one.name for one in District.objects.all()] == ["Malvern Hills"]
    assert unnamed.periods.first().district.name == "Malvern Hills"


def test_what_cannot_be_true_is_handed_back_with_its_line_and_column(unnamed):
    DistrictFactory(name="Wychavon")
    ChildFactory(reference="C2")
    outcome = imported(
        "children",
        "Reference,Given name,District,Status before,Disabled,DOB\n"
        "C1,Ella,Atlantis,,,\n"
        "C1,Ella,,,,15/05/2008\n"
        "C1,Ella,,Adopted,,\n"
        "C1,Ella,,,perhaps,\n"
        "C1,E<b>lla,,,,\n"
        "C9,Ella,,,,\n"
        ",Ella,,,,\n"
        "C2,,Wychavon,,,\n"
        "C1,Ella,,,,,,surplus\n"
        "C1,Ella,,,,\n"
        "C1,Anna,,,,\n",
    )
    assert reasons(outcome) == [
        (2, "District", "Atlantis is none of the council's districts: Wychavon. "
         "Leave the cell empty where the child lived elsewhere."),
        (3, "DOB", "Here C1 was born on 14 May 2008. Is it the same child?"),
        (4, "Status before", "The status before care is none of: CP, CIN, none."),
        (5, "Disabled", "“perhaps” is neither yes nor no."),
        (6, "Given name", "The name must not include < or >."),
        (7, "Reference", "No child here has the reference C9."),
        (8, "Reference", "There is no child's reference."),
        (9, "Reference", "C2 has no period of care here to add this to."),
        (10, "", "The row has more cells than there are headings: "
         "a comma inside a cell, perhaps."),
        (12, "Reference", "The child is in line 11 already."),
    ]  # fmt: skip
    assert counts(outcome).changed == 1
    assert str(Child.objects.get(reference="C1")) == "Ella C1"


def test_a_look_leaves_all_as_it_was(unnamed):
    given = "Reference,Given name\nC1,Ella\nC9,Tom\n"
    looked = imported("children", given, dry_run=True)
    assert (counts(looked).changed, counts(looked).rejected) == (1, 1)
    assert Child.objects.get().given_name == "Child"
    assert counts(imported("children", given)).changed == 1


def test_a_file_without_the_columns_that_were_matched_is_refused(unnamed):
    with pytest.raises(Refusal) as refused:
        imported("children", "Key\nC1\n", columns={"matched": {"child": "Reference"}})
    assert refused.value.sentence.startswith("The file has no column called Reference.")


def test_the_history_says_who_brought_it_in(unnamed):
    imported("children", "Reference,Given name\nC1,Ella\n")
    was = apps.get_model("cohort", "ChildEvent").objects.order_by("pgh_id")
    assert [one.given_name for one in was] == ["Child", "Ella"]
    deed = was.last().pgh_context.metadata
    assert deed == {
        "deed": "Import: Children's names and facts",
        "by": User.objects.get(role=Role.PRACTICE_MANAGER).pk,
    }
