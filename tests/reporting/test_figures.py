"""The figures as a whole: their shape, their years, their cost."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reporting.figures import ReportingYear, as_json, figures
from reporting.percent import percent, ratio
from tests.factories import (
    AllocationFactory,
    DistrictFactory,
    HeldReviewFactory,
    IROPostFactory,
    PeriodFactory,
    RecordFactory,
)

TODAY = date(2017, 7, 20)


@pytest.mark.parametrize(
    "text", ["2016", "2016-18", "2016-2017", "16-17", "", "2016/17", "1899-00", "٢٠١٦-١٧"]
)
def test_what_is_no_reporting_year_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="is not a reporting year: write it like 2016-17"):
        ReportingYear.parse(text)


def test_a_year_turns_over_with_the_century():
    assert str(ReportingYear.parse("2099-00")) == "2099-00"
    assert ReportingYear.parse("2016-17").months[-1] == date(2017, 3, 1)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2017, 3, 31), "2016-17"), (date(2017, 4, 1), "2017-18")],
)
def test_a_day_lies_in_one_reporting_year(day, year):
    assert str(ReportingYear.of(day)) == year


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (1703, 1875, "90.8"),
        (1700, 1911, "89.0"),
        (1, 800, "0.1"),
        (1, 2000, "0.1"),
        (1, 2001, "0.0"),
        (-1, 2000, "-0.1"),
        (73, 694, "10.5"),
    ],
)
def test_percentages_round_halves_up(part, whole, share):
    assert str(percent(part, whole)) == share


def test_a_share_of_nothing_or_of_the_unknown_is_not_known():
    assert (percent(0, 0), percent(None, 5), percent(5, None), ratio(3, 0)) == (None,) * 4


@pytest.mark.django_db
def test_a_year_that_has_not_begun_is_refused(council):
    with pytest.raises(ValueError, match="The year 2018-19 has not begun"):
        figures("2018-19", on=TODAY)


@pytest.mark.django_db
def test_every_promised_figure_is_there(council):
    figure = json.loads(as_json(figures("2016-17", on=TODAY)))
    promised = {
        "timeliness": "by_month by_year late_reasons",
        "participation": "by_year by_code",
        "outcome_forms": "due within_24_hours",
        "records": "due completed_in_time completed_late outstanding distributed_in_time",
        "cohort": "as_at total previous_total starts ends by_district by_sex by_age by_ethnicity "
        "by_legal_status by_placement status_before disabled uasc",
        "caseload": "as_at children fte_in_post average over_limit by_iro",
        "disputes": "raised by_stage by_theme by_outcome median_working_days "
        "within_20_working_days cafcass",
    }
    assert [figure[key] for key in ("year", "from", "to")] == [
        "2016-17", "2016-04-01", "2017-03-31",
    ]  # fmt: skip
    for block, keys in promised.items():
        assert set(keys.split()) <= set(figure[block]), block


@pytest.mark.django_db
def test_more_children_cost_no_more_questions(council):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            figures("2016-17", on=TODAY)
        return len(asked)

    empty = count()
    for _ in range(3):
        period = PeriodFactory(district=DistrictFactory())
        AllocationFactory(child=period.child, iro=IROPostFactory().iro)
        RecordFactory(review=HeldReviewFactory(period=period))
    assert count() == empty
    assert empty < 90  # blocks, not rows


@pytest.mark.django_db
def test_every_measure_says_how_it_is_counted(council):
    definitions = figures("2016-17", on=TODAY)["definitions"]
    for definition in definitions:
        for part in ("measure", "numerator", "day", "unit", "source"):
            assert definition[part], definition
