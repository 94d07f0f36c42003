"""Children for each full-time post filled on the day."""

from datetime import date

import pytest

from reporting.figures import figures
from tests.factories import AllocationFactory, IROPostFactory, PeriodFactory, UserFactory

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
        {"name": "Ana Bell", "fte": 0, "children": 1, "per_full_time_post": None}
    ]
    assert caseload()["over_limit"] == 1


def test_the_heaviest_caseload_comes_first_whatever_the_name(council):
    give(IROPostFactory(iro__first_name="Zoe").iro, 2)
    give(IROPostFactory(iro__first_name="Abe").iro, 1)
    assert [row["children"] for row in caseload()["by_iro"]] == [2, 1]
    assert (caseload()["smallest"], caseload()["median"], caseload()["largest"]) == (1, 1.5, 2)
