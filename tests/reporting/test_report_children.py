"""What the report's chapter about the children says of provider, reasons ended and six years."""

import json

import pytest
from django.template.loader import render_to_string

from reporting import drawings, sentences, tables
from reporting.figures import as_json, figures
from reporting.report import compose
from reporting.sections.shape import Part
from reporting.withheld import WITHHELD
from tests.reporting.figures_sample import TODAY, sample

AT = {"as_at": "2017-03-31"}


def ended(**counts):
    return {"ends_by_reason": counts, "ends": sum(n for n in counts.values() if n != WITHHELD)}


def test_the_most_frequent_reason_is_said_with_its_share():
    assert sentences.why_care_ended(ended(E4a=30, E11=10)) == (
        "Of the 40 ends of a period of care, 30 (75.0%) had the reason ‘Returned home, planned’, "
        "the most frequent one."
    )


@pytest.mark.parametrize(
    "counts",
    [{}, {"E4a": 10, "E11": 10}, {"not_recorded": 9, "E11": 6}],
)
def test_no_reason_is_said_where_there_is_no_first_one(counts):
    assert sentences.why_care_ended(ended(**counts)) == ""


def test_no_reason_is_called_the_first_beside_a_withheld_one_that_may_be_more():
    counts = {"E4a": 10, "E11": WITHHELD, "E2": WITHHELD}
    assert sentences.why_care_ended({"ends_by_reason": counts, "ends": 21}) == ""
    assert "10 (52.6%)" in sentences.why_care_ended({"ends_by_reason": counts, "ends": 19})


def test_reasons_of_few_children_are_withheld_and_their_place_tells_nothing():
    counts = {"E11": WITHHELD, "E2": WITHHELD, "E4a": 30, "E8": WITHHELD}
    table = tables.ends_by_reason({"ends_by_reason": counts, "ends": 43})
    assert table.rows == [
        ["Adopted, application unopposed", "Withheld", "Withheld"],
        ["Died", "Withheld", "Withheld"],
        ["Returned home, planned", "30", "69.8%"],
        ["Ceased for any other reason", "Withheld", "Withheld"],
    ]
    assert table.total == ["Total", "43", "100.0%"]
    [noted] = Part(tables=[table]).tables
    assert "withheld" in noted.note
    assert noted == Part(tables=[noted]).tables[0]


def test_the_provider_stands_in_words():
    table = tables.provider(
        {**AT, "total": 45, "by_provider": {"PR1": 30, "PR4": 9, "not_recorded": 6}}
    )
    assert table.rows == [
        ["Own provision", "30", "66.7%"],
        ["Private provision", "9", "20.0%"],
        ["Not recorded", "6", "13.3%"],
    ]


def test_years_before_the_records_are_left_out_and_two_are_no_chart():
    years = [{"as_at": f"{n}-03-31", "total": None if n < 2015 else n} for n in range(2012, 2018)]
    assert tables.totals({"totals": years}).rows == [
        ["31 March 2015", "2,015", "Our records"],
        ["31 March 2016", "2,016", "Our records"],
        ["31 March 2017", "2,017", "Our records"],
    ]  # fmt: skip
    assert drawings.totals({"cohort": {"totals": years}}).caption == (
        "Children looked after, 2015 to 2017"
    )
    years[3]["total"] = None
    assert drawings.totals({"cohort": {"totals": years}}) is None


def test_short_breaks_are_said_where_there_are_any():
    groups = {**AT, "total": 50, "disabled": 5, "uasc": 6}
    assert sentences.groups_of_children({**groups, "short_breaks": 12}).endswith(
        "Besides them 12 children were in short breaks only."
    )
    assert "short breaks" not in sentences.groups_of_children({**groups, "short_breaks": 0})


@pytest.mark.django_db
def test_a_report_kept_before_these_figures_were_counted_is_made_again_without_them(council):
    kept = json.loads(as_json(sample()))
    for key in ("totals", "by_provider", "ends_by_reason", "short_breaks"):
        del kept["cohort"][key]
    page = render_to_string(
        "reporting/report.html", {**compose(kept).context(), "layout": "reporting/print/base.html"}
    )
    assert "by provider of the placement" not in page
    now = figures("2016-17", on=TODAY)
    page = render_to_string(
        "reporting/report.html", {**compose(now).context(), "layout": "reporting/print/base.html"}
    )
    assert "by provider of the placement" in page
