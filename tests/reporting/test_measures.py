"""The headline measures: three years, a target, and whether it is met."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.audience import Audience
from reporting.figures import figures
from reporting.measures import MEASURES, targets_for
from reporting.report import compose
from statute.reporting_year import ReportingYear
from tests.factories import TargetFactory
from tests.reporting.figures_sample import TODAY, sample

pytestmark = pytest.mark.django_db


def row(figures: dict, measure: str) -> dict:
    return next(one for one in figures["headline"] if one["measure"] == measure)


def tile(figures: dict, label: str) -> dict:
    summary = compose(figures).sections[0]
    return next(one for one in summary.tiles if one["label"] == label)


def test_a_measure_is_the_number_its_section_prints(council):
    told = sample()
    assert [one["measure"] for one in told["headline"]] == list(MEASURES)
    timeliness = [year["percent"] for year in told["timeliness"]["by_year"]]
    assert row(told, "reviews-in-timescale")["values"] == timeliness
    assert row(told, "reviews-in-timescale")["years"] == ["2014-15", "2015-16", "2016-17"]
    assert row(told, "caseload")["values"][-1] == told["caseload"]["average"]
    assert row(told, "outcome-forms")["values"] == [None, None, told["outcome_forms"]["percent"]]


def test_the_year_before_is_counted_from_the_records_where_they_hold_it(council):
    before = sample()
    told = figures("2017-18", on=TODAY)
    values = row(told, "records")["values"]
    assert values[1] == before["records"]["completed_in_time_percent"]
    assert row(told, "caseload")["values"][1] == before["caseload"]["average"]


def test_the_target_of_a_year_is_the_latest_set_by_then(council):
    TargetFactory(measure="records", from_year=2014, value=80)
    TargetFactory(measure="records", from_year=2016, value=90)
    TargetFactory(measure="records", from_year=2017, value=95)
    assert targets_for(ReportingYear.parse("2013-14")) == {}
    assert targets_for(ReportingYear.parse("2015-16")) == {"records": 80}
    assert targets_for(ReportingYear.parse("2016-17-H2")) == {"records": 90}
    assert targets_for(ReportingYear.parse("2018-19")) == {"records": 95}


@pytest.mark.parametrize(
    ("measure", "value", "target", "met"),
    [
        ("records", Decimal("90.0"), Decimal(90), True),
        ("records", Decimal("89.9"), Decimal(90), False),
        ("caseload", Decimal("70.0"), Decimal(70), True),
        ("caseload", Decimal("70.1"), Decimal(70), False),
        ("records", None, Decimal(90), None),
        ("records", Decimal(90), None, None),
        ("concerns", Decimal("3.4"), Decimal(3), None),  # raising them is the job
    ],
)
def test_a_target_is_met_in_the_direction_that_is_aimed_at(measure, value, target, met):
    assert MEASURES[measure].is_met(value, target) is met


def test_a_tile_tells_the_years_before_and_the_target(council):
    TargetFactory(measure="reviews-in-timescale", from_year=2016, value=95)
    year = sample()
    told = tile(year, "Reviews held in timescale")
    assert told["value"] == "66.7%"
    assert told["note"] == "2015/16: 88.6%; 2014/15: 88.6%; Target: 95%, not met"
    assert "Earlier years not known" in tile(year, "Outcome forms within 24 hours")["note"]


def test_there_are_eight_to_twelve_tiles(council):
    assert 8 <= len(compose(sample(), audience=Audience.INTERNAL).sections[0].tiles) <= 12
    assert sum(one.tile for one in MEASURES.values()) <= 12


def test_a_year_without_anything_has_measures_and_no_value(council):
    told = figures("2016-17", on=date(2016, 4, 1))
    assert row(told, "took-part")["values"] == [None, None, None]
    assert row(told, "children")["values"][-1] == 0
