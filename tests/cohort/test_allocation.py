"""One IRO a child at a time, today and on days to come."""

from datetime import date

import pytest

from cohort.actions.allocation import allocate, allocate_each, call_off
from cohort.actions.care import end_care
from cohort.models import Allocation, Child
from iro_service.refusals import Refusal
from tests.cohort.kept import held_by
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
AUGUST = date(2017, 8, 1)


def course(child) -> list[tuple]:
    """Who has the child from when to when."""
    rows = child.allocations.order_by("started_on", "ended_on")
    return list(rows.values_list("iro", "started_on", "ended_on"))


def test_a_change_from_a_later_day_leaves_the_child_with_one_iro_each_day(
    iro, other_iro, practice_manager
):
    (child,) = held_by(iro)
    allocate(child, iro=other_iro, reason="Leaves", on=AUGUST, by=practice_manager)
    assert course(child) == [
        (iro.pk, date(2016, 9, 6), AUGUST),
        (other_iro.pk, AUGUST, None),
    ]
    assert Child.objects.allocated_to(iro.pk, on=date(2017, 7, 31)).get() == child
    assert Child.objects.allocated_to(other_iro.pk, on=AUGUST).get() == child


def test_a_planned_change_is_in_the_way_of_another_and_says_so(iro, other_iro, practice_manager):
    (child,) = held_by(iro)
    allocate(child, iro=other_iro, reason="Leaves", on=AUGUST, by=practice_manager)
    third = UserFactory()
    with pytest.raises(Refusal, match=f"{other_iro} from 1 August 2017. Call that off first"):
        allocate(child, iro=third, reason="", on=TODAY, by=practice_manager)


def test_a_planned_change_called_off_leaves_things_as_they_were(iro, other_iro, practice_manager):
    (child,) = held_by(iro)
    planned = allocate(child, iro=other_iro, reason="Leaves", on=AUGUST, by=practice_manager)
    call_off(planned, on=TODAY, by=practice_manager)
    assert course(child) == [(iro.pk, date(2016, 9, 6), None)]
    with pytest.raises(Refusal, match="called off meanwhile"):
        call_off(planned, on=TODAY, by=practice_manager)


def test_a_change_that_has_begun_is_not_called_off(iro, practice_manager):
    (child,) = held_by(iro)
    with pytest.raises(Refusal, match="has begun"):
        call_off(child.allocations.get(), on=TODAY, by=practice_manager)
    with pytest.raises(Refusal, match="Only a manager"):
        call_off(child.allocations.get(), on=TODAY, by=iro)


def test_a_change_called_off_by_the_end_of_care_is_in_nobodys_way(iro, other_iro, practice_manager):
    (child,) = held_by(iro)
    Allocation.objects.create(child=child, iro=other_iro, started_on=AUGUST, ended_on=AUGUST)
    allocate(child, iro=other_iro, reason="", on=TODAY, by=practice_manager)
    assert child.allocations.in_force(on=TODAY).get().iro == other_iro


def test_all_are_moved_or_none_with_a_sentence_for_each(iro, other_iro, practice_manager):
    moved, theirs = held_by(iro)[0], held_by(other_iro)[0]
    away = UserFactory(is_active=False)
    to = {moved: away, theirs: other_iro}
    with pytest.raises(Refusal) as refusal:
        allocate_each(to, reason="", on=TODAY, by=practice_manager)
    assert refusal.value.sentence == (
        f"{away} is not an IRO who may sign in. {other_iro} is the IRO of {theirs} already."
    )
    assert course(moved) == [(iro.pk, date(2016, 9, 6), None)]


def test_moving_many_takes_as_many_queries_as_moving_few(
    iro, other_iro, practice_manager, django_assert_num_queries
):
    for children in (2, 7):
        to = dict.fromkeys(held_by(iro, children), other_iro)
        with django_assert_num_queries(9):
            allocate_each(to, reason="Evened out", on=TODAY, by=practice_manager)
    assert Allocation.objects.in_force(on=TODAY).filter(iro=other_iro).count() == 9


def test_a_planned_change_ends_with_care_and_so_does_what_it_was_to_end(
    iro, other_iro, practice_manager
):
    (child,) = held_by(iro)
    allocate(child, iro=other_iro, reason="Leaves", on=AUGUST, by=practice_manager)
    left = {"ended_on": date(2017, 7, 14), "reason": "E4a"}
    end_care(child.periods.get(), **left, on=TODAY, by=practice_manager)
    assert course(child) == [
        (iro.pk, date(2016, 9, 6), date(2017, 7, 14)),
        (other_iro.pk, AUGUST, AUGUST),
    ]
    assert not child.allocations.lasting(on=date(2017, 7, 14)).coming(on=TODAY).exists()
