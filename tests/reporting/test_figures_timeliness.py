"""Reviews held and held in timescale, counted by the database."""

from datetime import date
from decimal import Decimal

import pytest

from reporting import sentences, tables
from reporting.figures import figures
from reporting.tables import timeliness_by_month
from reviews.models import Adjournment
from tests.factories import (
    HeldReviewFactory,
    PeriodFactory,
    PublishedMonthFactory,
    ReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


@pytest.fixture
def period(council):
    return PeriodFactory(started_on=date(2014, 1, 6), child__date_of_birth=date(2005, 1, 1))


def held(period, held_on, due_on, **rest):
    return HeldReviewFactory(
        period=period, held_on=held_on, due_on=due_on, base_on=min(held_on, due_on), **rest
    )


def timeliness(year="2016-17", on=TODAY):
    return figures(year, on=on)["timeliness"]


def month(name, year="2016-17"):
    return next(row for row in timeliness(year)["by_month"] if row["month"] == name)


def test_the_year_runs_from_1_april_to_31_march_both_included(period):
    for day in (date(2016, 3, 31), date(2016, 4, 1), date(2017, 3, 31), date(2017, 4, 1)):
        held(period, day, day)
    assert timeliness()["by_year"][-1]["reviews"] == 2
    assert month("2016-04")["reviews"] == month("2017-03")["reviews"] == 1


def test_a_review_held_on_the_day_it_was_due_is_in_timescale_and_a_day_later_is_not(period):
    held(period, date(2016, 6, 6), date(2016, 6, 6))
    held(period, date(2016, 6, 7), date(2016, 6, 6))
    assert month("2016-06") == {
        "month": "2016-06",
        "reviews": 2,
        "in_timescale": 1,
        "due_day_not_known": 0,
    }


def test_a_planned_review_counts_nowhere(period):
    ReviewFactory(period=period, due_on=date(2016, 6, 6))
    assert timeliness()["by_year"][-1]["reviews"] == 0


def test_the_share_of_no_reviews_is_not_known_and_not_nought(council):
    assert timeliness()["by_year"][-1]["percent"] is None


def test_moving_one_review_a_day_past_its_due_day_moves_the_figures(period):
    review = held(period, date(2016, 6, 6), date(2016, 6, 6))
    review.held_on, review.late_reason = date(2016, 7, 1), "court"
    review.save()
    assert month("2016-06")["reviews"] == 0
    assert month("2016-07") == {
        "month": "2016-07",
        "reviews": 1,
        "in_timescale": 0,
        "due_day_not_known": 0,
    }


def test_months_still_to_come_are_not_known(period):
    rows = figures("2017-18", on=TODAY)["timeliness"]["by_month"]
    assert [row["reviews"] for row in rows] == [0, 0, 0, 0] + [None] * 8


def test_a_year_before_the_records_comes_from_what_was_published(period):
    held(period, date(2015, 6, 6), date(2015, 6, 6))  # carried over from another system
    for n, day in enumerate(
        [date(2015, m, 1) for m in range(4, 13)] + [date(2016, m, 1) for m in (1, 2, 3)]
    ):
        PublishedMonthFactory(month=day, reviews=100 + n, in_timescale=90)
    year = timeliness()["by_year"][1]
    assert (year["year"], year["reviews"], year["in_timescale"]) == ("2015-16", 1266, 1080)
    assert (year["basis"], str(year["percent"])) == ("published", "85.3")


def test_a_year_neither_recorded_nor_published_is_not_known(period):
    year = timeliness()["by_year"][0]
    assert (year["year"], year["basis"]) == ("2014-15", "published")
    assert (year["reviews"], year["in_timescale"], year["percent"]) == (None, None, None)


def test_a_year_published_in_part_shows_its_months_and_no_total(period):
    PublishedMonthFactory(month=date(2015, 4, 1), reviews=10, in_timescale=9)
    year = timeliness()["by_year"][1]
    assert year["by_month"][0]["reviews"] == 10
    assert year["reviews"] is None


def test_reasons_come_with_the_commonest_first(period):
    for n, reason in enumerate(["court", "child_asked", "court"]):
        held(period, date(2016, 6, 7 + n), date(2016, 6, 6), late_reason=reason)
    assert timeliness()["late_reasons"] == [
        {"key": "court", "reason": "A court hearing or decision was awaited", "reviews": 2},
        {"key": "child_asked", "reason": "The child asked for another day", "reviews": 1},
    ]


def test_days_late_are_told_by_their_middle_and_their_longest(period):
    for days in (1, 4, 9):
        held(period, date(2016, 6, 6 + days), date(2016, 6, 6))
    assert timeliness()["days_late"] == {"median": 4, "longest": 9}


def test_a_child_is_on_time_when_each_of_the_childs_reviews_was(period):
    held(period, date(2016, 6, 6), date(2016, 6, 6))
    held(period, date(2016, 12, 7), date(2016, 12, 6))
    other = PeriodFactory(started_on=date(2016, 5, 3))
    HeldReviewFactory(period=other)
    by_child = timeliness()["by_child"]
    assert (by_child["children"], by_child["every_review_in_timescale"]) == (2, 1)


def test_first_reviews_are_told_apart_from_later_ones(period):
    held(period, date(2016, 6, 6), date(2016, 6, 6))
    held(period, date(2016, 12, 7), date(2016, 12, 6), rule="later_review")
    kinds = {row["key"]: row["in_timescale"] for row in timeliness()["by_kind"]}
    assert kinds == {"first_review": 1, "later_review": 0}


def without_due_day(period, held_on):
    return HeldReviewFactory(
        period=period, held_on=held_on, due_on=None, base_on=None, rule="not_known",
        imported=True, late_reason="",
    )  # fmt: skip


def test_a_review_of_which_nobody_knows_when_it_was_due_is_held_and_in_no_share(period):
    held(period, date(2016, 6, 6), date(2016, 6, 6))
    held(period, date(2016, 6, 8), date(2016, 6, 6))
    without_due_day(period, date(2016, 6, 9))
    figure = timeliness()
    year = figure["by_year"][-1]
    assert (year["reviews"], year["in_timescale"], year["due_day_not_known"]) == (3, 1, 1)
    assert str(year["percent"]) == "50.0"
    assert sum(row["reviews"] for row in figure["late_reasons"]) == 1
    assert figure["days_late"] == {"median": 2, "longest": 2}


def test_reviews_of_no_known_due_day_are_the_last_kind_and_have_no_share(period):
    held(period, date(2016, 6, 6), date(2016, 6, 6))
    without_due_day(period, date(2016, 6, 9))
    last = timeliness()["by_kind"][-1]
    assert (last["key"], last["reviews"], last["percent"]) == ("not_known", 1, None)


def test_a_child_whose_reviews_may_or_may_not_have_been_in_time_is_in_no_share(period):
    held(period, date(2016, 6, 6), date(2016, 6, 6))
    without_due_day(period, date(2016, 12, 9))
    late_too = PeriodFactory(started_on=date(2016, 4, 4))
    held(late_too, date(2016, 6, 8), date(2016, 6, 6))
    without_due_day(late_too, date(2016, 12, 9))
    HeldReviewFactory(period=PeriodFactory(started_on=date(2016, 5, 3)))
    assert timeliness()["by_child"] == {
        "children": 3, "every_review_in_timescale": 1, "due_day_not_known": 1,
        "percent": Decimal("50.0"),
    }  # fmt: skip


def test_the_report_tells_of_due_days_not_known_only_where_there_are_any(period):
    held(period, date(2016, 6, 6), date(2016, 6, 6))
    assert "Due day not known" not in [row[0] for row in timeliness_by_month(timeliness()).rows]
    assert sentences.due_days_not_known(timeliness()) == ""
    without_due_day(period, date(2016, 6, 9))
    (row,) = [row for row in timeliness_by_month(timeliness()).rows if row[0].startswith("Due")]
    assert row[-3:] == ["1", "", ""]
    assert sentences.due_days_not_known(timeliness()).startswith("Of 1 review it is not known")
    assert "1 of those whose due day is known (100.0%)" in sentences.in_timescale(timeliness())


def test_adjourned_reviews_are_told_by_how_they_were_completed(council):
    for held_on, resume_by in (
        (date(2016, 10, 3), date(2016, 10, 3)),
        (date(2016, 10, 4), date(2016, 10, 3)),
        (None, date(2016, 10, 3)),
    ):
        period = PeriodFactory(started_on=date(2016, 4, 4))
        made = HeldReviewFactory if held_on else ReviewFactory
        held_day = {"held_on": held_on} if held_on else {}
        one = made(period=period, due_on=date(2016, 10, 10), base_on=date(2016, 4, 4), **held_day)
        Adjournment.objects.create(
            review=one, adjourned_on=date(2016, 9, 5), resume_by=resume_by, reason="No interpreter",
            by=UserFactory(),
        )  # fmt: skip
    told = figures("2016-17", on=TODAY)["timeliness"]["adjourned"]
    assert [told[key] for key in ("reviews", "in_time", "late", "not_completed")] == [3, 1, 1, 1]
    assert figures("2016-17-Q1", on=TODAY)["timeliness"]["adjourned"]["reviews"] == 0
    table = tables.adjourned(figures("2016-17", on=TODAY)["timeliness"])
    assert [row[1] for row in [*table.rows, table.total]] == ["1", "1", "1", "3"]
