"""Children for each full-time post filled on the day."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.figures import figures
from tests.factories import (
    AllocationFactory,
    HeldReviewFactory,
    IROPostFactory,
    PeriodFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def caseload():
    return figures("2016-17", on=TODAY)["caseload"]


def give(iro, children):
    for _ in range(children):
        AllocationFactory(child=PeriodFactory().child, iro=iro)


def test_nobody_in_post_gives_no_average(council):
    PeriodFactory()
    figure = caseload()
    assert (figure["children"], figure["unallocated"], figure["average"]) == (1, 1, None)


def test_the_average_counts_posts_filled_on_the_day_and_every_child(council):
    half = IROPostFactory(full_time_equivalent="0.5").iro
    give(half, 3)
    IROPostFactory(ended_on=date(2017, 3, 31))  # left on the day: no longer in post
    IROPostFactory(started_on=date(2017, 4, 1))
    PeriodFactory()
    figure = caseload()
    assert (figure["children"], figure["allocated"], figure["unallocated"]) == (4, 3, 1)
    assert (float(figure["fte_in_post"]), str(figure["average"])) == (0.5, "8.0")
    assert [(row["children"], str(row["per_full_time_post"])) for row in figure["by_iro"]] == [
        (3, "6.0")
    ]
    assert (figure["full_time"], figure["part_time"]) == (0, 1)


@pytest.mark.parametrize(("children", "over"), [(7, 0), (8, 1)])
def test_exactly_70_a_full_time_post_is_inside_the_band(council, children, over):
    give(IROPostFactory(full_time_equivalent="0.10").iro, children)
    assert caseload()["over_limit"] == over


def test_children_no_longer_looked_after_are_nobodys_caseload(council):
    iro = IROPostFactory().iro
    gone = PeriodFactory(ended_on=date(2017, 3, 1))
    AllocationFactory(child=gone.child, iro=iro)
    assert caseload()["by_iro"][0]["children"] == 0


def test_an_iro_without_a_post_has_children_and_no_rate_and_is_over_the_limit(council):
    give(UserFactory(first_name="Ana", last_name="Bell"), 1)
    assert caseload()["by_iro"] == [
        {
            "name": "Ana Bell",
            "fte": 0,
            "children": 1,
            "per_full_time_post": None,
            "weighted_per_full_time_post": None,
        }
    ]
    assert caseload()["over_limit"] == 1


def test_the_heaviest_caseload_comes_first_whatever_the_name(council):
    give(IROPostFactory(iro__first_name="Zoe").iro, 2)
    give(IROPostFactory(iro__first_name="Abe").iro, 1)
    assert [row["children"] for row in caseload()["by_iro"]] == [2, 1]
    assert (caseload()["smallest"], caseload()["median"], caseload()["largest"]) == (1, 1.5, 2)


def test_the_weighted_average_says_by_which_weights(council):
    iro = IROPostFactory().iro
    give(iro, 1)
    period = PeriodFactory(child__disabled=True)
    AllocationFactory(child=period.child, iro=iro)
    found = caseload()["weighted"]
    assert (found["children"], str(found["average"])) == (Decimal("2.3"), "2.3")
    assert (found["complex"], found["far"], found["siblings"]) == (1, 0, 0)
    assert found["weights"]["complex"] == Decimal("1.3")
    assert [str(row["weighted_per_full_time_post"]) for row in caseload()["by_iro"]] == ["2.3"]


def test_reviews_to_hold_are_those_of_the_day(council):
    iro = IROPostFactory().iro
    period = PeriodFactory(started_on=date(2017, 3, 6))
    AllocationFactory(child=period.child, iro=iro)
    # Held in April, in time: on 31 March it was still to be held.
    HeldReviewFactory(
        period=period, base_on=date(2017, 3, 6), due_on=date(2017, 4, 3), held_on=date(2017, 4, 3)
    )
    assert caseload()["weighted"]["review_to_hold"] == 1


def test_the_months_of_the_year_are_counted_on_their_last_day(council):
    give(IROPostFactory().iro, 2)
    PeriodFactory(started_on=date(2017, 2, 10))
    months = caseload()["by_month"]
    assert [month["as_at"] for month in months][:2] == ["2016-04-30", "2016-05-31"]
    assert months[-1] == {
        "month": "2017-03",
        "as_at": "2017-03-31",
        "children": 3,
        "fte_in_post": 1,
        "average": 3,
        "over_limit": 0,
        "unallocated": 1,
    }
    assert [month["children"] for month in months] == [0] * 5 + [2] * 5 + [3] * 2


def test_a_year_that_runs_has_its_months_so_far(council):
    months = figures("2017-18", on=TODAY)["caseload"]["by_month"]
    assert [month["as_at"] for month in months] == [
        "2017-04-30",
        "2017-05-31",
        "2017-06-30",
        "2017-07-20",
    ]


def test_months_before_the_records_are_not_known(council):
    months = figures("2015-16", on=TODAY)["caseload"]["by_month"]
    assert [month["children"] for month in months] == [None] * 11 + [0]
