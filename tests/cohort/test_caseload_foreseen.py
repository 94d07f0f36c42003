"""The caseload of the weeks ahead."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from cohort.caseload import foresee
from tests.cohort.kept import held_by
from tests.factories import AllocationFactory, CoverFactory, IROPostFactory, PeriodFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
LONG_AGO = date(2010, 1, 4)
DAYS = [date(2017, 7, 24) + timedelta(weeks=n) for n in range(13)]


def seen(iro):
    """What is foreseen for the IRO."""
    return next(row for row in foresee(on=TODAY, days=DAYS) if row.iro == iro)


def hold(iro, number, **child):
    """So many children, in care for so long that they say nothing of the pace."""
    born = {"period__child__date_of_birth": child.pop("born", date(2008, 1, 1))}
    return held_by(iro, number, period__started_on=LONG_AGO, **born, **child)


def test_with_nothing_known_it_stays_as_it_is(iro):
    IROPostFactory(iro=iro)
    hold(iro, 4)
    assert seen(iro).per_post == [Decimal("4.0")] * 13
    assert seen(iro).known == []


def test_who_turns_eighteen_leaves_on_the_birthday(iro):
    IROPostFactory(iro=iro)
    hold(iro, 2)
    hold(iro, 1, born=date(1999, 8, 7))  # 18 on Monday 7 August
    assert [int(n) for n in seen(iro).children][:4] == [3, 3, 2, 2]
    assert seen(iro).known == [("turn_18", None, 1, "")]


def test_a_post_that_ends_leaves_children_without_one(iro):
    IROPostFactory(iro=iro, ended_on=date(2017, 8, 1))
    hold(iro, 2)
    assert seen(iro).per_post[:3] == [Decimal("2.0"), Decimal("2.0"), None]
    assert seen(iro).passes(DAYS) == date(2017, 8, 7)
    assert seen(iro).known == [("post_ends", date(2017, 8, 1), 1, "")]


def test_who_covers_holds_the_others_children_meanwhile(iro, other_iro):
    IROPostFactory(iro=iro)
    IROPostFactory(iro=other_iro)
    hold(iro, 3)
    hold(other_iro, 1)
    CoverFactory(
        away=iro, covered_by=other_iro, started_on=date(2017, 7, 25), ended_on=date(2017, 8, 8)
    )
    assert [int(n) for n in seen(other_iro).children][:4] == [1, 4, 4, 1]
    assert [int(n) for n in seen(iro).children][:4] == [3, 0, 0, 3]


def test_a_move_that_is_planned_is_known(iro, other_iro):
    for one in (iro, other_iro):
        IROPostFactory(iro=one)
    (child,) = hold(iro, 1)
    child.allocations.update(ended_on=date(2017, 8, 1))
    AllocationFactory(child=child, iro=other_iro, started_on=date(2017, 8, 1))
    assert [int(n) for n in seen(iro).children][:3] == [1, 1, 0]
    hold(other_iro, 1)
    assert [int(n) for n in seen(other_iro).children][:3] == [1, 1, 2]


def test_children_come_and_leave_as_in_the_last_twelve_months(iro):
    IROPostFactory(iro=iro)
    hold(iro, 10)
    for day in (1, 2):
        PeriodFactory(started_on=date(2016, 9, day), ended_on=date(2017, 2, 1))
    # One who left at 18 is no measure of those who leave before.
    born = {"child__date_of_birth": date(1999, 3, 1)}
    PeriodFactory(started_on=LONG_AGO, ended_on=date(2017, 3, 1), **born)
    assert seen(iro).per_post[-1] == 10
    PeriodFactory(started_on=date(2017, 5, 1), ended_on=None)
    weeks = Decimal((DAYS[-1] - TODAY).days) / 7
    assert round(seen(iro).children[-1], 6) == round(10 + weeks / 52, 6)


def test_foreseeing_takes_as_many_queries_for_many_as_for_few(
    iro, other_iro, django_assert_num_queries
):
    for one in (iro, other_iro):
        IROPostFactory(iro=one)
        hold(one, 4, born=date(1999, 8, 7))
        with django_assert_num_queries(11):
            foresee(on=TODAY, days=DAYS)
