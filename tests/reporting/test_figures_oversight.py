"""Midway checks and contacts of a time, counted by hand."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.models import Council
from reporting.figures.oversight import oversight
from statute.reporting_year import ReportingYear
from tests.factories import (
    FootprintFactory,
    HeldReviewFactory,
    MidwayCheckFactory,
    PeriodFactory,
    ReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def of(period: str, on: date = TODAY) -> dict:
    return oversight(ReportingYear.parse(period), on=on, council=Council.objects.get())


def check(due: str, done: str | None = None, **review):
    days = {"due_on": date.fromisoformat(due)}
    if done:
        days |= {"done_on": date.fromisoformat(done), "done_by": UserFactory()}
    kept = review.pop("review", None) or ReviewFactory(**review)
    return MidwayCheckFactory(review=kept, outcome="on_track" if done else "", **days)


@pytest.fixture
def spring(council):
    """April to June 2017: checks on both sides of each border."""
    check("2017-03-31", "2017-03-31")  # of the three months before
    check("2017-04-01", "2017-04-01")  # done on the day
    check("2017-04-30", "2017-05-01")  # late, and in April by its half-way day
    check("2017-05-15", "2017-05-02")
    check("2017-06-30")  # not done
    check("2017-07-01")  # of the three months after
    check("2017-06-01", cancelled_on=date(2017, 6, 2), cancelled_reason="care_ended")
    # The review came before the half-way day: there was nothing to check.
    early = HeldReviewFactory(held_on=date(2017, 6, 5), due_on=date(2017, 8, 1))
    check("2017-06-10", review=early)


def test_checks_are_counted_by_their_half_way_day(spring):
    told = of("2017-18-Q1")
    assert (told["due"], told["done_in_time"], told["done_late"], told["not_done"]) == (4, 2, 1, 1)
    assert told["done_in_time_percent"] == Decimal("50.0")
    assert [(row["month"], row["due"], row["done_in_time"]) for row in told["by_month"]] == [
        ("2017-04", 2, 1), ("2017-05", 1, 1), ("2017-06", 1, 0),
    ]  # fmt: skip


def test_a_half_year_takes_in_both_quarters_up_to_the_day(spring):
    told = of("2017-18-H1")
    assert told["due"] == 5
    assert [row["due"] for row in told["by_month"]] == [2, 1, 1, 1, None, None]


def test_a_check_done_since_the_figures_were_taken_was_not_done(spring):
    told = of("2017-18-Q1", on=date(2017, 4, 30))
    assert (told["due"], told["done_late"], told["not_done"]) == (2, 0, 1)


def test_what_nobody_kept_is_not_known(spring):
    told = of("2015-16")
    assert (told["due"], told["contacts"], told["by_month"]) == (None, None, None)
    assert told["kept_from"] == "2017-03-31"


def test_contacts_are_told_by_kind_and_for_each_child(council):
    visited, left, forgotten = (PeriodFactory(started_on=date(2017, 1, 9)) for _ in range(3))
    left.ended_on, left.reason_ended = date(2017, 5, 1), "E4a"
    left.save()
    PeriodFactory(started_on=date(2016, 5, 2), ended_on=date(2017, 4, 1))  # in care in March only
    for day in (date(2017, 4, 1), date(2017, 6, 30)):
        FootprintFactory(child=visited.child, on=day, kind="visit")
    FootprintFactory(child=left.child, on=date(2017, 4, 10), kind="contact")
    FootprintFactory(child=forgotten.child, on=date(2017, 3, 31), kind="contact")
    FootprintFactory(child=forgotten.child, on=date(2017, 7, 1), kind="contact")
    told = of("2017-18-Q1")
    assert told["contacts"] == 3
    assert (told["by_kind"]["visit"], told["by_kind"]["contact"]) == (2, 1)
    assert told["children"] == 3
    assert told["contacts_per_child"] == Decimal("1.0")
    assert told["children_without_contact"] == 1


def test_a_child_is_forgotten_after_three_months_without_any_look(council):
    seen, reviewed, forgotten = (PeriodFactory(started_on=date(2016, 6, 1)) for _ in range(3))
    PeriodFactory(started_on=date(2017, 4, 20))  # new
    FootprintFactory(child=seen.child, on=date(2017, 3, 30))
    HeldReviewFactory(period=reviewed, due_on=date(2017, 6, 1))
    FootprintFactory(child=forgotten.child, on=date(2017, 3, 29))
    HeldReviewFactory(period=forgotten, due_on=date(2017, 7, 1))  # after the day
    told = of("2017-18-Q1")
    assert (told["children_on_the_day"], told["without_oversight"]) == (4, 1)
