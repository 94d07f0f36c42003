"""The unit and its team in a year, counted by hand."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.models import Council
from reporting.figures.team_make_up import team_make_up
from reporting.figures.unit import unit
from statute.reporting_year import ReportingYear
from tests.factories import (
    AllocationFactory,
    IROPostFactory,
    PeriodFactory,
    StaffFactsFactory,
    StaffingChangeFactory,
    TrainingFactory,
    UnitManagerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def team(period: str = "2016-17") -> dict:
    return team_make_up(ReportingYear.parse(period), on=TODAY, council=Council.objects.get())


def of_unit(period: str = "2016-17") -> dict:
    return unit(ReportingYear.parse(period), on=TODAY, council=Council.objects.get())


def post(started: str, ended: str | None = None, **facts):
    return IROPostFactory(
        started_on=date.fromisoformat(started),
        ended_on=date.fromisoformat(ended) if ended else None,
        **facts,
    )


def test_posts_are_told_by_contract_and_the_rest_is_vacant(council):
    post("2015-04-01")
    post("2017-03-31", full_time_equivalent="0.60", contract="interim")
    post("2017-04-01")  # the day after
    post("2015-04-01", "2017-03-31")  # the day of the end is no part of it
    told = team()
    assert told["iros"] == 2
    assert told["by_contract"]["permanent"] == {"posts": 1, "fte": Decimal("1.00")}
    assert told["by_contract"]["interim"] == {"posts": 1, "fte": Decimal("0.60")}
    assert told["fte_vacant"] == Decimal("8.40")


def test_service_begins_on_the_first_day_of_an_unbroken_run(council):
    post("2016-04-01")  # 364 days
    post("2016-03-31")  # a year on the day
    stayed = post("2011-05-01", "2016-06-01").iro
    post("2016-06-01", iro=stayed)  # no day between
    back = post("2010-05-01", "2016-06-01").iro
    post("2016-06-02", iro=back)  # a day between
    told = team()
    assert told["by_length"] == {"under_1": 2, "1_to_2": 1, "2_to_5": 0, "5_and_over": 1}
    assert (told["started"], told["left"]) == (2, 1)


def test_who_came_and_who_left_explains_the_change_of_the_team(council):
    post("2015-04-01", "2016-04-01")
    post("2016-04-01")
    post("2017-03-31")
    post("2015-04-01", "2017-03-31")
    post("2015-04-01", "2017-04-01")
    before, told = team("2015-16"), team()
    assert (told["started"], told["left"]) == (2, 2)
    assert before["iros"] + told["started"] - told["left"] == told["iros"] == 3


def test_who_did_not_say_is_counted_as_not_said(council):
    StaffFactsFactory(person=post("2015-04-01").iro, sex="F", ethnicity="BCRB")
    StaffFactsFactory(person=post("2015-04-01").iro, sex="", ethnicity="REFU")
    post("2015-04-01")
    StaffFactsFactory(person=post("2015-04-01", "2016-04-02").iro)  # no longer here
    told = team()
    assert told["by_sex"] == {"male": 0, "female": 1, "not_said": 2}
    groups = told["by_ethnic_group"]
    assert groups["Black, Black British, Caribbean or African"] == 1
    assert (groups["White"], groups["not_said"]) == (0, 2)


def test_a_child_kept_their_iro_where_there_was_one_all_along(council):
    def child(started: str, *times: tuple[str, str | None]):
        period = PeriodFactory(started_on=date.fromisoformat(started))
        for since, until in times:
            AllocationFactory(
                child=period.child,
                iro=UserFactory(),
                started_on=date.fromisoformat(since),
                ended_on=date.fromisoformat(until) if until else None,
            )

    child("2015-09-01", ("2015-09-02", None))
    child("2015-09-01", ("2015-09-02", "2016-04-01"), ("2016-04-01", None))  # before the year
    child("2015-09-01", ("2015-09-02", "2016-04-02"), ("2016-04-02", None))  # in the year
    child("2015-09-01", ("2015-09-02", "2017-04-01"), ("2017-04-01", None))  # after it
    child("2015-09-01")  # nobody
    child("2016-04-01", ("2016-04-02", None))  # came in the year
    kept = team()["continuity"]
    assert (kept["children"], kept["same_iro"]) == (5, 3)
    assert kept["same_iro_percent"] == Decimal("60.0")


def test_a_half_year_looks_at_its_own_days(council):
    post("2016-10-01")
    assert (team("2016-17-H1")["started"], team("2016-17-H2")["started"]) == (0, 1)
    assert team("2016-17-H1")["iros"] == 0
    assert team("2015-16-H1")["iros"] is None


def test_training_is_told_in_hours_for_each_full_time_post(council):
    post("2015-04-01")
    post("2015-04-01", full_time_equivalent="0.50")
    TrainingFactory(held_on=date(2016, 4, 1), hours=6, attended=2)
    TrainingFactory(held_on=date(2017, 3, 31), hours="1.5", attended=2)
    TrainingFactory(held_on=date(2017, 1, 9), hours=None)
    TrainingFactory(held_on=date(2016, 3, 31))
    TrainingFactory(held_on=date(2017, 4, 1))
    told = of_unit()
    assert [one["held_on"] for one in told["training"]] == [
        "2016-04-01",
        "2017-01-09",
        "2017-03-31",
    ]
    assert (told["training_hours"], told["events_without_hours"]) == (Decimal("15.0"), 1)
    assert told["training_hours_per_post"] == Decimal("10.0")


def test_managers_and_changes_are_those_of_the_year(council):
    UnitManagerFactory(name="Before", started_on=date(2015, 1, 5), ended_on=date(2016, 3, 31))
    UnitManagerFactory(name="Until", started_on=date(2015, 1, 5), ended_on=date(2016, 4, 1))
    UnitManagerFactory(name="Since", started_on=date(2017, 3, 31))
    UnitManagerFactory(name="After", started_on=date(2017, 4, 1))
    secret = UserFactory(last_name="Unnamed")
    StaffingChangeFactory(on=date(2016, 4, 1), kind="left", person=secret, words="An IRO retired.")
    StaffingChangeFactory(on=date(2017, 4, 1))
    told = of_unit()
    assert [(one["name"], one["to"]) for one in told["managers"]] == [
        ("Until", "2016-04-01"), ("Since", None),
    ]  # fmt: skip
    assert [one["words"] for one in told["staffing_changes"]] == ["An IRO retired."]
    assert "Unnamed" not in str(told)
