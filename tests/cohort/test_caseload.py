"""A caseload states its definition and uses the posts actually filled on the day."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.actions.allocation import allocate
from cohort.caseload import caseload
from cohort.models import Allocation
from iro_service.refusals import Refusal
from tests.factories import (
    AllocationFactory,
    EpisodeFactory,
    IROPostFactory,
    PeriodFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2017, 3, 31)


def hold(iro, children, **episode):
    """Give the IRO so many looked-after children."""
    for _ in range(children):
        period = EpisodeFactory(**episode).period
        AllocationFactory(child=period.child, iro=iro)


def test_children_are_counted_per_full_time_post(iro, other_iro):
    IROPostFactory(iro=iro)
    IROPostFactory(iro=other_iro, full_time_equivalent=Decimal("0.6"))
    hold(iro, 3)
    hold(other_iro, 2)
    now = caseload(on=DAY)
    assert (now.children, now.posts, now.average) == (5, Decimal("1.60"), Decimal("3.1"))
    assert {row.iro: row.per_post for row in now.by_iro} == {
        iro: Decimal("3.0"),
        other_iro: Decimal("3.3"),
    }


def test_half_a_child_rounds_up(iro):
    IROPostFactory(iro=iro, full_time_equivalent=Decimal("0.8"))
    hold(iro, 1)
    assert caseload(on=DAY).average == Decimal("1.3")  # 1.25


def test_the_post_that_ended_that_day_is_not_filled_and_the_children_still_show(iro):
    IROPostFactory(iro=iro, ended_on=DAY)
    hold(iro, 2)
    now = caseload(on=DAY)
    assert (now.posts, now.average, now.over_limit) == (0, None, 1)
    assert now.by_iro[0].children == 2


def test_over_means_more_than_seventy_per_full_time_post(iro):
    IROPostFactory(iro=iro, full_time_equivalent=Decimal("0.10"))
    hold(iro, 7)
    assert caseload(on=DAY).over_limit == 0
    hold(iro, 1)
    assert caseload(on=DAY).over_limit == 1


def test_short_breaks_and_children_who_left_do_not_count(iro):
    IROPostFactory(iro=iro)
    hold(iro, 1, legal_status="V3")
    hold(iro, 1, period=PeriodFactory(ended_on=DAY))
    now = caseload(on=DAY)
    assert (now.children, now.by_iro[0].children) == (0, 0)


def test_children_without_an_iro_are_told_apart():
    EpisodeFactory()
    now = caseload(on=DAY)
    assert (now.children, now.unallocated) == (1, 1)


def test_the_caseload_takes_as_many_queries_for_many_as_for_few(
    iro, other_iro, django_assert_num_queries
):
    hold(iro, 2)
    with django_assert_num_queries(4):
        caseload(on=DAY)
    hold(other_iro, 6)
    with django_assert_num_queries(4):
        caseload(on=DAY)


def test_a_child_moves_to_another_iro_on_one_day_and_is_counted_once(
    iro, other_iro, practice_manager
):
    hold(iro, 1)
    child = Allocation.objects.get().child
    allocate(child, iro=other_iro, reason="Leaves", on=DAY, by=practice_manager)
    days = child.allocations.order_by("started_on").values_list("iro", "started_on", "ended_on")
    assert list(days) == [(iro.pk, date(2016, 9, 6), DAY), (other_iro.pk, DAY, None)]
    assert [row.iro for row in caseload(on=DAY).by_iro] == [other_iro]


def test_two_moves_on_one_day_leave_the_last(iro, other_iro, practice_manager):
    hold(iro, 1)
    child = Allocation.objects.get().child
    allocate(child, iro=other_iro, reason="Leaves", on=DAY, by=practice_manager)
    allocate(child, iro=iro, reason="Stays after all", on=DAY, by=practice_manager)
    assert child.allocations.in_force(on=DAY).get().iro == iro


def test_allocating_refuses_with_a_sentence(iro, practice_manager, business_support):
    hold(iro, 1)
    child = Allocation.objects.get().child
    for refused in (
        {"iro": iro, "by": practice_manager},
        {"iro": business_support, "by": practice_manager},
        {"iro": practice_manager, "by": iro},
    ):
        with pytest.raises(Refusal):
            allocate(child, reason="", on=DAY, **refused)
    assert Allocation.objects.count() == 1
