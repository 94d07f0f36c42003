"""The children looked after on a day, and how they are made up."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.codes import Ethnicity, Placement
from reporting.figures import figures, groups
from reporting.figures.cohort import NO_DISTRICT
from statute.ages import BANDS, age_band, age_on
from tests.factories import ChildFactory, DistrictFactory, EpisodeFactory, PeriodFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
YEAR_END = date(2017, 3, 31)


def care(started_on=date(2016, 9, 5), ended_on=None, legal_status="C2", **period):
    episode = EpisodeFactory(
        period=PeriodFactory(started_on=started_on, ended_on=ended_on, **period),
        legal_status=legal_status,
    )
    return episode.period


def cohort(year="2016-17", on=TODAY):
    return figures(year, on=on)["cohort"]


@pytest.mark.parametrize(
    ("started_on", "ended_on", "counted"),
    [
        (date(2017, 3, 31), None, 1),
        (date(2017, 4, 1), None, 0),
        (date(2016, 9, 5), date(2017, 4, 1), 1),
        (date(2016, 9, 5), date(2017, 3, 31), 0),
    ],
)
def test_who_is_looked_after_on_31_march(council, started_on, ended_on, counted):
    care(started_on, ended_on)
    assert cohort()["total"] == counted


def test_a_period_that_ended_on_31_march_is_an_end_of_the_year(council):
    care(date(2016, 9, 5), date(2017, 3, 31))
    assert (cohort()["starts"], cohort()["ends"]) == (1, 1)


@pytest.mark.parametrize("status", ["V3", "V4"])
def test_short_breaks_only_count_nowhere(council, status):
    care(date(2016, 9, 5), date(2017, 2, 1), legal_status=status)
    care(date(2016, 10, 5), legal_status=status)
    assert (cohort()["total"], cohort()["starts"], cohort()["ends"]) == (0, 0, 0)


def test_the_change_is_told_against_a_year_before(council):
    for _ in range(3):
        care(date(2015, 5, 5))
    care()
    figure = cohort()
    assert (figure["total"], figure["previous_total"], str(figure["change_percent"])) == (
        4, 3, "33.3",
    )  # fmt: skip


def test_the_records_reach_back_to_the_evening_before_they_began(council):
    assert cohort()["by_year"] == [
        {"as_at": "2015-03-31", "total": None, "basis": "published"},
        {"as_at": "2016-03-31", "total": 0, "basis": "records"},
        {"as_at": "2017-03-31", "total": 0, "basis": "records"},
    ]
    assert cohort()["change_percent"] is None


def test_while_the_year_runs_the_day_asked_stands_for_its_end(council):
    care(date(2017, 7, 20))
    figure = figures("2017-18", on=TODAY)
    assert (figure["to"], figure["as_at"], figure["is_complete"]) == (
        "2018-03-31", "2017-07-20", False,
    )  # fmt: skip
    assert (figure["cohort"]["as_at"], figure["cohort"]["total"]) == ("2017-07-20", 1)


def test_districts_keep_the_councils_order_and_children_without_one_come_last(council):
    second, first = DistrictFactory(name="Ash", position=2), DistrictFactory(name="Elm", position=1)
    care(district=first, child__sex="M")
    care(district=second)
    care(district=None, child__sex="U")
    rows = cohort()["by_district"]
    assert [row["district"] for row in rows] == ["Elm", "Ash", NO_DISTRICT]
    assert [(row["male"], row["female"], row["sex_not_known"]) for row in rows] == [
        (1, 0, 0), (0, 1, 0), (0, 0, 1),
    ]  # fmt: skip


def test_every_breakdown_adds_up_to_the_total(council):
    elm = DistrictFactory(name="Elm")
    for n, born in enumerate((2016, 2014, 2010, 2005, 2002, 2000)):
        care(
            district=elm if n % 2 else None,
            child__sex="MF"[n % 2],
            child__date_of_birth=date(born, 6, 1),
            legal_status=("C2", "V2", "E1")[n % 3],
        )
    PeriodFactory()  # no episode was entered yet
    figure = cohort()
    assert figure["total"] == 7
    sexes = ("male", "female", "sex_not_known")
    for row in figure["by_district"]:
        assert row["total"] == sum(row[s] for s in sexes) == sum(row[band] for band in BANDS)
    assert sum(row["total"] for row in figure["by_district"]) == 7
    for breakdown in (
        "by_sex", "by_age", "by_ethnicity", "by_ethnic_group",
        "by_legal_status", "by_placement", "by_placement_group", "by_provider", "by_need",
        "by_status_before", "by_length",
    ):  # fmt: skip
        assert sum(figure[breakdown].values()) == 7, breakdown
    assert figure["by_legal_status"]["not_recorded"] == 1


@pytest.mark.parametrize(
    "born",
    [
        date(2016, 4, 1), date(2016, 3, 31), date(2012, 4, 1), date(2012, 3, 31),
        date(2012, 2, 29), date(2005, 12, 31), date(2003, 3, 31), date(2001, 4, 1),
        date(2001, 3, 31), date(2017, 3, 31),
    ],
)  # fmt: skip
def test_the_database_counts_ages_as_the_law_does(council, born):
    care(date(2017, 3, 31), child__date_of_birth=born)
    assert cohort()["by_age"][age_band(age_on(born, YEAR_END))] == 1


@pytest.mark.parametrize("on", [date(2018, 2, 28), date(2018, 3, 1), date(2018, 2, 27)])
def test_a_child_born_on_29_february_has_a_birthday_on_1_march(council, on):
    care(date(2017, 3, 31), child__date_of_birth=date(2012, 2, 29), legal_status="C2")
    care(date(2017, 3, 31), child__date_of_birth=date(2007, 2, 28), legal_status="C2")
    figure = figures("2017-18", on=on)["cohort"]["by_age"]
    for born in (date(2012, 2, 29), date(2007, 2, 28)):
        assert figure[age_band(age_on(born, on))] >= 1


def test_the_episode_of_the_day_gives_status_and_placement(council):
    period = PeriodFactory(started_on=date(2016, 9, 5))
    EpisodeFactory(period=period, legal_status="C1", ended_on=date(2017, 3, 31), reason_ended="X1")
    EpisodeFactory(
        period=period, started_on=date(2017, 3, 31), legal_status="C2", placement="K2",
        ended_on=None, reason_new="B",
    )  # fmt: skip
    assert cohort()["by_legal_status"] == {"C2": 1}
    assert cohort()["by_placement"] == {"K2": 1}


def test_status_before_is_told_of_those_who_started_in_the_year(council):
    care(status_before="CP")
    care(date(2015, 9, 5), status_before="CIN")
    assert cohort()["status_before"] == {"CP": 1, "CIN": 0, "NONE": 0}


@pytest.mark.parametrize(
    ("until", "counted"), [(None, 1), (date(2017, 4, 1), 1), (date(2017, 3, 31), 0)]
)
def test_unaccompanied_until_the_day_that_ceased(council, until, counted):
    care(child=ChildFactory(unaccompanied=True, unaccompanied_until=until, disabled=True))
    assert (cohort()["uasc"], cohort()["disabled"]) == (counted, 1)


def test_before_the_records_began_nothing_is_made_up(council):
    care(date(2013, 9, 5))
    figure = cohort("2014-15")
    assert (figure["total"], figure["starts"], figure["by_district"]) == (None, None, None)


def test_the_total_is_told_for_six_years_back(council):
    council.records_from = date(2012, 4, 1)
    council.save()
    care(date(2012, 6, 1), date(2014, 6, 1))
    care(date(2013, 6, 1))
    assert [row["total"] for row in cohort()["totals"]] == [0, 1, 2, 1, 1, 1]
    assert [row["as_at"][:4] for row in cohort()["totals"]] == [str(n) for n in range(2012, 2018)]


def test_ends_are_told_by_their_reason_in_the_order_of_the_codes(council):
    care(date(2016, 9, 5), date(2017, 3, 1), reason_ended="E8")
    care(date(2016, 9, 5), date(2017, 3, 31), reason_ended="E4a")
    care(date(2016, 9, 5), date(2017, 3, 2), reason_ended="E4a")
    care(date(2016, 9, 5), date(2017, 4, 1), reason_ended="E4a")  # the next year's
    assert list(cohort()["ends_by_reason"].items()) == [("E4a", 2), ("E8", 1)]
    assert cohort()["ends"] == 3


def test_short_breaks_are_counted_apart(council):
    care(legal_status="V4")
    care(legal_status="C2")
    figure = cohort()
    assert (figure["total"], figure["short_breaks"], figure["by_legal_status"]) == (1, 1, {"C2": 1})


def test_provider_and_need_are_those_of_the_episode_of_the_day(council):
    EpisodeFactory(period__started_on=date(2016, 9, 5), ended_on=None, provider="PR4", need="N5")
    EpisodeFactory(period__started_on=date(2016, 9, 5), ended_on=None, provider="", need="N1")
    figure = cohort()
    assert figure["by_provider"] == {"PR4": 1, "not_recorded": 1}
    assert figure["by_need"] == {"N1": 1, "N5": 1}


@pytest.mark.parametrize(
    ("started_on", "length"),
    [
        (date(2017, 3, 31), "under_6_months"),
        (date(2016, 10, 1), "under_6_months"),
        (date(2016, 9, 30), "6_to_12_months"),
        (date(2016, 4, 1), "6_to_12_months"),
        (date(2016, 3, 31), "1_to_2_years"),
        (date(2015, 3, 31), "2_to_5_years"),
        (date(2012, 4, 1), "2_to_5_years"),
        (date(2012, 3, 31), "5_years_plus"),
    ],
)
def test_how_long_a_period_of_care_has_lasted(council, started_on, length):
    care(started_on)
    assert cohort()["by_length"] == {length: 1}


@pytest.mark.parametrize(
    ("started_on", "on", "length"),
    [
        (date(2017, 8, 31), date(2018, 2, 28), "6_to_12_months"),
        (date(2017, 8, 29), date(2018, 2, 28), "6_to_12_months"),
        (date(2017, 8, 28), date(2018, 2, 27), "under_6_months"),
        (date(2017, 4, 28), date(2017, 10, 30), "6_to_12_months"),
        (date(2017, 5, 1), date(2017, 10, 31), "under_6_months"),
    ],
)
def test_months_of_care_end_with_a_shorter_month(council, started_on, on, length):
    care(started_on)
    assert figures("2017-18", on=on)["cohort"]["by_length"] == {length: 1}


def test_how_long_is_not_known_where_the_start_is_not(council):
    care(began_before=True)
    assert cohort()["by_length"] == {"not_recorded": 1}
    assert cohort()["starts"] == 0


def test_every_code_belongs_to_one_group():
    for names, choices in ((groups.ETHNICITY, Ethnicity), (groups.PLACEMENT, Placement)):
        codes = [code for group in names.values() for code in group]
        assert sorted(codes) == sorted(choices.values)


def test_who_the_children_of_a_group_are(council):
    born = date(2002, 5, 1)
    for sex, disabled, unaccompanied in (("M", True, False), ("F", False, True), ("M", False, 0)):
        child = ChildFactory(
            sex=sex, disabled=disabled, unaccompanied=bool(unaccompanied), date_of_birth=born
        )
        period = PeriodFactory(child=child, started_on=date(2016, 9, 5))
        EpisodeFactory(period=period, placement="U6", legal_status="V2")
    figure = cohort()
    foster = {"Foster care with another carer": 1}
    assert figure["of_disabled"] == {
        "by_age": {"14_to_15": 1}, "by_sex": {"male": 1}, "by_placement_group": foster,
    }  # fmt: skip
    assert figure["of_uasc"] == {
        "by_age": {"14_to_15": 1}, "by_sex": {"female": 1}, "by_placement_group": foster,
        "by_legal_status": {"V2": 1},
    }  # fmt: skip


def test_homes_that_the_council_runs_are_a_share_of_residential_care(council):
    for placement, provider in (("K2", "PR1"), ("K1", "PR1"), ("R1", "PR4"), ("U6", "PR1")):
        EpisodeFactory(
            period__started_on=date(2016, 9, 5), ended_on=None,
            placement=placement, provider=provider,
        )  # fmt: skip
    assert cohort()["residential"] == {"children": 3, "own": 2, "percent": Decimal("66.7")}
