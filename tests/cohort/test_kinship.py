"""Brothers and sisters, parents and children: who is kin to whom, from either side."""

from datetime import date

import pytest

from cohort.actions.kinship import make_kin, part_kin
from cohort.models import Child, Kinship
from iro_service.refusals import Refusal
from tests.factories import AllocationFactory, ChildFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


@pytest.fixture
def ella(db):
    return ChildFactory(given_name="Ella", date_of_birth=date(2001, 5, 14))


@pytest.fixture
def noah(db):
    return ChildFactory(given_name="Noah", date_of_birth=date(2016, 9, 1))


def kin_of(child) -> list[tuple[str, str]]:
    return [(kin.given_name, kin.kin_is) for kin in Child.objects.kin_of(child)]


def test_brothers_and_sisters_find_each_other(ella, noah, practice_manager):
    make_kin(ella, other=noah, kind="sibling", on=TODAY, by=practice_manager)
    assert kin_of(ella) == [("Noah", "sibling")]
    assert kin_of(noah) == [("Ella", "sibling")]


def test_a_mother_is_a_parent_to_her_child_and_the_child_a_child_to_her(
    ella, noah, practice_manager
):
    make_kin(ella, other=noah, kind="parent", on=TODAY, by=practice_manager)
    assert kin_of(noah) == [("Ella", "parent")]
    assert kin_of(ella) == [("Noah", "child")]


def test_the_same_two_are_recorded_once_from_whichever_side(ella, noah, practice_manager):
    make_kin(ella, other=noah, kind="parent", on=TODAY, by=practice_manager)
    with pytest.raises(Refusal, match="Ella Brown and Noah Brown are recorded as kin already"):
        make_kin(noah, other=ella, kind="sibling", on=TODAY, by=practice_manager)


@pytest.mark.parametrize(
    ("parent_born", "sentence"),
    [
        (date(2016, 9, 1), "Ella was not born before Noah"),
        (date(2006, 9, 2), "Ella was under 10 when Noah was born"),
    ],
)
def test_a_parent_is_old_enough(ella, noah, practice_manager, parent_born, sentence):
    ella.date_of_birth = parent_born
    with pytest.raises(Refusal, match=sentence):
        make_kin(ella, other=noah, kind="parent", on=TODAY, by=practice_manager)


def test_nobody_is_their_own_kin(ella, practice_manager):
    with pytest.raises(Refusal, match="their own kin"):
        make_kin(ella, other=ella, kind="sibling", on=TODAY, by=practice_manager)


def test_an_iro_records_the_kin_of_their_own_children_and_of_no_others(
    ella, noah, iro, other_iro, business_support
):
    AllocationFactory(child=ella, iro=iro)
    for by in (other_iro, business_support):
        with pytest.raises(Refusal, match="Only the child's IRO or a manager"):
            make_kin(ella, other=noah, kind="sibling", on=TODAY, by=by)
    kinship = make_kin(noah, other=ella, kind="sibling", on=TODAY, by=iro)
    with pytest.raises(Refusal, match="Only the child's IRO or a manager"):
        part_kin(kinship, reason="Cousins", on=TODAY, by=other_iro)


def test_kin_taken_out_are_kin_no_more_and_the_history_keeps_that_they_were(
    ella, noah, practice_manager
):
    kinship = make_kin(ella, other=noah, kind="sibling", on=TODAY, by=practice_manager)
    part_kin(kinship, reason="Cousins", on=TODAY, by=practice_manager)
    assert kin_of(ella) == []
    with pytest.raises(Refusal, match="Somebody took this out meanwhile"):
        part_kin(kinship, reason="Cousins", on=TODAY, by=practice_manager)
    kept = Kinship.pgh_event_model.objects.order_by("pgh_id")
    assert list(kept.values_list("pgh_label", flat=True)) == ["insert", "delete"]
    assert kept.last().pgh_context.metadata["reason"] == "Cousins"
