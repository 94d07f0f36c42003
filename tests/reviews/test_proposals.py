"""Who is proposed for a child, in which order, and who is not."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.models import Kinship
from reviews.proposals import propose
from tests.cohort.kept import held_by
from tests.factories import (
    AllocationFactory,
    CoverFactory,
    DistrictFactory,
    IROPostFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def post(name: str, part="1.00", **fields):
    """An IRO in post."""
    iro = UserFactory(first_name=name)
    IROPostFactory(iro=iro, full_time_equivalent=Decimal(part), **fields)
    return iro


@pytest.fixture
def ada(council):
    return post("Ada")


@pytest.fixture
def ben(council):
    return post("Ben")


@pytest.fixture
def child(council):
    return held_by(None)[0]


def choice(child, **more):
    """What is proposed for the child."""
    return propose([child], on=TODAY, **more)[0]


def names(found) -> list[str]:
    return [one.iro.first_name for one in found.proposals]


def against(found) -> dict[str, str]:
    return {one.iro.first_name: one.why for one in found.ruled_out}


def reasons(found, name: str) -> list[str]:
    return next(one.reasons for one in found.proposals if one.iro.first_name == name)


def kin(one, other, kind="sibling"):
    Kinship.objects.create(one=one, other=other, kind=kind)


def test_who_holds_fewest_per_full_time_post_comes_first(ada, ben, child):
    cara = post("Cara", "0.50")
    held_by(ada, 4)
    held_by(ben, 3)
    held_by(cara, 2)
    found = choice(child)
    assert names(found) == ["Ben", "Ada", "Cara"]
    assert [str(one.load) for one in found.proposals] == ["4.0", "5.0", "6.0"]


def test_heavy_children_count_for_more(ada, ben, child):
    held_by(ada, 5)
    held_by(ben, 4, legal_status="E1")
    assert [str(one.load) for one in choice(child).proposals] == ["6.0", "6.2"]
    assert [str(one.per_post) for one in choice(child).proposals] == ["6.0", "5.0"]


def test_brothers_and_sisters_stay_together(ada, ben, child):
    sister = held_by(ada, 5)[0]
    kin(child, sister)
    found = choice(child)
    assert names(found) == ["Ada", "Ben"]
    assert reasons(found, "Ada") == [f"Reviews {sister}, brother or sister"]


def test_the_iro_of_before_comes_before_one_who_holds_a_little_less(ada, ben, child):
    AllocationFactory(child=child, iro=ada, ended_on=date(2017, 1, 9))
    held_by(ada, 9)
    assert names(choice(child)) == ["Ada", "Ben"]
    assert "Was this child’s IRO until 9 January 2017" in reasons(choice(child), "Ada")
    held_by(ada, 2)
    assert names(choice(child)) == ["Ben", "Ada"]


def test_children_of_the_same_district_tip_the_scale(ada, ben, child):
    district = DistrictFactory(name="Redditch")
    child.periods.update(district=district)
    held_by(ada, 3)[0].periods.update(district=district)
    held_by(ben, 2)
    assert names(choice(child)) == ["Ada", "Ben"]
    assert reasons(choice(child), "Ada") == ["Holds 1 child from Redditch"]


def test_mother_and_child_each_have_an_iro_of_their_own(ada, ben, child):
    mother = held_by(ada)[0]
    kin(mother, child, "parent")
    assert against(choice(child)) == {
        "Ada": f"Reviews {mother}, this child’s mother or father: each needs an IRO of their own"
    }


def test_the_mother_is_kept_from_the_babys_iro_too(ada, ben, child):
    baby = held_by(ben)[0]
    kin(child, baby, "parent")
    assert list(against(choice(child))) == ["Ben"]


def test_who_is_away_leaves_or_has_no_post_is_ruled_out(ada, ben, child):
    UserFactory(first_name="Nopost")
    UserFactory(first_name="Gone", is_active=False)
    post("Leaver", ended_on=date(2017, 9, 1))
    post("Stayer", ended_on=date(2018, 9, 1))
    CoverFactory(away=ada, covered_by=ben)
    found = choice(child)
    assert against(found) == {
        "Ada": "Away, back on 31 July 2017",
        "Leaver": "Leaves: the post ends on 1 September 2017",
        "Nopost": "Fills no post",
    }
    assert reasons(found, "Ben") == [f"Covers for {ada} until 31 July 2017"]
    assert reasons(found, "Stayer") == ["The post ends on 1 September 2018"]


def test_leave_that_begins_soon_is_pointed_out(ada, ben, child):
    CoverFactory(
        away=ada, covered_by=ben, started_on=date(2017, 8, 1), ended_on=date(2017, 8, 8)
    )  # fmt: skip
    assert reasons(choice(child), "Ada") == ["Will be away from 1 August 2017 until 8 August 2017"]


def test_above_seventy_is_ruled_out_only_while_others_are_under(child, council):
    full = post("Full", "0.10")
    held_by(full, 7)
    free = post("Free", "0.10")
    assert list(against(choice(child))) == ["Full"]
    held_by(free, 7)
    found = choice(child)
    assert (names(found), against(found)) == (["Free", "Full"], {})
    assert reasons(found, "Free") == []


def test_for_a_brother_or_sister_seventy_is_no_bar(child, council):
    full = post("Full", "0.10")
    post("Free", "0.10")
    kin(child, held_by(full, 7)[0])
    assert reasons(choice(child), "Full")[-1] == (
        "Above 70 children per full-time post with this child"
    )


def test_many_children_are_spread_evenly(ada, ben):
    children = held_by(None, 6)
    best = [one.best.iro.first_name for one in propose(children, on=TODAY)]
    assert sorted(best) == ["Ada"] * 3 + ["Ben"] * 3


def test_new_brothers_and_sisters_are_proposed_the_same_iro(ada, ben):
    one, between, other = held_by(None, 3)
    kin(one, other)
    first, second, third = propose([one, between, other], on=TODAY)
    assert first.best.iro == third.best.iro != second.best.iro
    assert [found.child for found in (first, second, third)] == [one, between, other]


def test_when_somebody_leaves_neither_they_nor_their_hold_on_kin_counts(ada, ben):
    one, other = held_by(ada, 2)
    kin(one, other)
    third = post("Cara")
    held_by(third, 1)
    found = propose([one, other], on=TODAY, leaver=ada)
    assert [one.best.iro for one in found] == [ben, ben]
    assert "Ada" not in names(found[0])


def test_with_nobody_in_post_there_is_no_proposal(child, council):
    assert choice(child).best is None


def test_proposing_takes_as_many_queries_for_many_as_for_few(ada, ben, django_assert_num_queries):
    for number in (1, 6):
        children = held_by(None, number)
        kin(children[0], held_by(ada)[0])
        with django_assert_num_queries(10):
            propose(children, on=TODAY)
