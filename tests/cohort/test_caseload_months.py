"""The caseload month by month."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.caseload import by_month, caseload, month_ends
from tests.cohort.kept import held_by
from tests.factories import AllocationFactory, EpisodeFactory, IROPostFactory, PeriodFactory

pytestmark = pytest.mark.django_db


def test_months_end_on_their_last_day_and_the_newest_on_the_day_asked_for():
    assert month_ends(date(2017, 3, 30), months=3) == [
        date(2017, 1, 31),
        date(2017, 2, 28),
        date(2017, 3, 30),
    ]


def test_each_month_says_what_the_caseload_of_that_day_says(iro, other_iro):
    IROPostFactory(iro=iro, full_time_equivalent=Decimal("0.10"), ended_on=date(2017, 6, 1))
    IROPostFactory(iro=other_iro, started_on=date(2017, 6, 1))
    held_by(iro, 8)
    held_by(None, 2, period__started_on=date(2017, 5, 20))
    held_by(other_iro, 1, legal_status="V3")
    child = EpisodeFactory(period=PeriodFactory(ended_on=date(2017, 6, 30))).period.child
    AllocationFactory(child=child, iro=iro, ended_on=date(2017, 6, 10))
    AllocationFactory(child=child, iro=other_iro, started_on=date(2017, 6, 10))
    days = month_ends(date(2017, 7, 20), months=5)
    months = by_month(days)
    assert [month.on for month in months] == days
    for month in months:
        same = caseload(on=month.on)
        assert (month.children, month.posts, month.over_limit, month.without_iro) == (
            same.children,
            same.posts,
            same.over_limit,
            same.unallocated,
        )
        assert month.per_post == same.average
    assert [month.children for month in months] == [9, 9, 11, 10, 10]
    assert [month.over_limit for month in months] == [1, 1, 1, 1, 1]


def test_thirty_six_months_take_as_many_queries_as_one(iro, django_assert_num_queries):
    held_by(iro, 3)
    for months in (1, 36):
        with django_assert_num_queries(3):
            by_month(month_ends(date(2017, 7, 20), months=months))
