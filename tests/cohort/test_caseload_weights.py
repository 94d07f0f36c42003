"""What a child counts for in the weighted caseload."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from cohort.caseload import the_weights, weighted_by_iro
from cohort.models import CaseloadWeights, Kinship
from reviews.models import Review
from tests.cohort.kept import held_by
from tests.factories import AllocationFactory, EpisodeFactory, ReviewFactory

pytestmark = pytest.mark.django_db
DAY = date(2017, 7, 20)


def load(iro, **marked) -> Decimal:
    """What the IRO's children count for together."""
    found = weighted_by_iro(on=DAY, due=Review.objects.planned())
    for mark, number in marked.items():
        assert getattr(found[iro and iro.pk], mark) == number
    return found[iro and iro.pk].load


def siblings(*children):
    for one, other in pairwise(children):
        Kinship.objects.create(one=one, other=other, kind="sibling")


def test_a_child_without_a_mark_counts_for_one(iro):
    held_by(iro, 3)
    assert load(iro, children=3) == 3


def test_brothers_and_sisters_of_one_iro_count_for_less_each(iro):
    siblings(*held_by(iro, 2), *held_by(iro, 1))
    held_by(iro, 1)
    assert load(iro, siblings=3) == Decimal("3.4")


def test_a_sister_with_another_iro_or_whose_allocation_ended_makes_no_difference(iro, other_iro):
    (one,), (other,) = held_by(iro), held_by(other_iro)
    siblings(one, other)
    gone = EpisodeFactory().period.child
    AllocationFactory(child=gone, iro=iro, ended_on=date(2017, 7, 1))
    siblings(one, gone)
    assert load(iro, siblings=0) == 1


def test_a_parent_is_no_sibling(iro):
    one, other = held_by(iro, 2)
    Kinship.objects.create(one=one, other=other, kind="parent")
    assert load(iro, siblings=0) == 2


@pytest.mark.parametrize(("miles", "counts_for"), [(None, 1), (19, 1), (20, Decimal("1.2"))])
def test_far_from_home_is_from_twenty_miles(iro, miles, counts_for):
    held_by(iro, 1, miles_from_home=miles)
    assert load(iro) == counts_for


def test_where_the_child_lived_before_is_not_where_they_live(iro):
    (child,) = held_by(iro, 1, miles_from_home=80, ended_on=date(2017, 7, 1), reason_ended="X1")
    EpisodeFactory(period=child.periods.get(), started_on=date(2017, 7, 1), reason_new="P")
    assert load(iro, far=0) == 1


@pytest.mark.parametrize(
    "complex_by",
    [
        {"period__child__disabled": True},
        {"period__child__unaccompanied": True},
        {"legal_status": "E1"},
        {"legal_status": "J1"},
        {"placement": "A3"},
        {"placement": "K1"},
    ],
)
def test_what_makes_a_child_complex(iro, complex_by):
    held_by(iro, 1, **complex_by)
    assert load(iro, complex=1) == Decimal("1.3")


def test_who_is_unaccompanied_no_longer_is_not_complex_for_it(iro):
    held_by(
        iro, 1, period__child__unaccompanied=True, period__child__unaccompanied_until=DAY
    )  # fmt: skip
    assert load(iro, complex=0) == 1


def test_weights_multiply(iro):
    children = held_by(
        iro, 2, miles_from_home=50, legal_status="E1", period__child__disabled=True
    )  # fmt: skip
    siblings(*children)
    ReviewFactory(period=children[0].periods.get())
    one = Decimal("0.8") * Decimal("1.2") * Decimal("1.3")
    assert load(iro, due=1) == one + one * Decimal("1.1")


def test_the_council_may_weigh_otherwise(iro):
    CaseloadWeights.objects.create(complex=Decimal("2"))
    held_by(iro, 1, legal_status="E1")
    assert load(iro) == 2
    assert the_weights().complex == 2


def test_children_without_an_iro_are_weighed_too(iro):
    held_by(None, 2, legal_status="E1")
    assert load(None) == Decimal("2.6")


def test_short_breaks_weigh_nothing(iro):
    held_by(iro, 1, legal_status="V3")
    assert weighted_by_iro(on=DAY, due=Review.objects.planned()) == {}


def test_weighing_takes_as_many_queries_for_many_as_for_few(
    iro, other_iro, django_assert_num_queries
):
    for children in (1, 5):
        siblings(*held_by(iro, children), *held_by(other_iro, children))
        with django_assert_num_queries(2):
            weighted_by_iro(on=DAY, due=Review.objects.planned())
