"""The report as a page and as a PDF, out of the same figures."""

import json
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from pypdf import PdfReader

from reporting import sentences, tables
from reporting.audience import Audience
from reporting.figures import as_json, figures
from reporting.pdf import render_pdf
from reporting.report import compose
from tests.reporting.figures_sample import TODAY, sample
from tests.reporting.pdf_checks import check_accessible

pytestmark = pytest.mark.django_db
PRINT = "reporting/print/base.html"


def printed(figures) -> bytes:
    html = render_to_string(
        "reporting/report.html", {**compose(figures).context(), "layout": PRINT}
    )
    return render_pdf(html)


def text(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_pdf_is_accessible_and_its_tables_hold_the_figures(council):
    figure = sample()
    pdf = printed(figure)
    assert check_accessible(pdf) == []
    words = text(pdf)
    for table in (
        tables.timeliness_by_month(figure["timeliness"]),
        tables.participation_by_year(figure["participation"]),
        tables.districts_by_sex(figure["cohort"]),
        tables.districts_by_age(figure["cohort"]),
        tables.records(figure["records"]),
        tables.caseloads(figure["caseload"]),
    ):
        for row in [*table.rows, *([table.total] if table.total else [])]:
            line = " ".join(cell if cell is not None else "–" for cell in row)
            assert line in words, f"{table.caption}: {line}"


def test_every_section_stands_in_the_contents_and_the_outline(council):
    figure = sample()
    reader = PdfReader(BytesIO(printed(figure)))
    headings = str(reader.outline)
    for section in compose(figure).sections:
        assert f"{section.number} {section.title}" in headings


def test_the_public_report_names_no_iro(council):
    figure = sample()
    page = {
        audience: render_to_string(
            "reporting/report.html",
            {**compose(figure, audience=audience).context(), "layout": PRINT},
        )
        for audience in (Audience.INTERNAL, Audience.PUBLIC)
    }
    assert figure["caseload"]["by_iro"][0]["name"] == "Zuzanna Hidden"
    assert "Zuzanna Hidden" in page[Audience.INTERNAL]
    assert "Hidden" not in page[Audience.PUBLIC]


def test_figures_read_back_from_json_make_the_same_report(council):
    figure = sample()
    stored = json.loads(as_json(figure))
    pages = [
        render_to_string("reporting/report.html", {**compose(one).context(), "layout": PRINT})
        for one in (figure, stored)
    ]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("year", ["2014-15", "2015-16", "2016-17", "2017-18"])
def test_a_council_without_a_row_still_gets_a_report(council, year):
    assert check_accessible(printed(figures(year, on=TODAY))) == []


def cohort(total, previous, change):
    return {
        "as_at": "2017-03-31",
        "total": total,
        "previous_total": previous,
        "change_percent": change,
    }


@pytest.mark.parametrize(
    ("total", "previous", "change", "sentence"),
    [
        (
            767, 694, 10.5,
            "767 children were looked after on 31 March 2017, a 10.5% increase on 694 a year "
            "before.",
        ),
        (
            1, 12, -91.7,
            "1 child was looked after on 31 March 2017, a 91.7% decrease on 12 a year before.",
        ),
        (
            1082, 1000, 8.2,
            "1,082 children were looked after on 31 March 2017, an 8.2% increase on 1,000 a year "
            "before.",
        ),
        (5, 5, 0, "5 children were looked after on 31 March 2017, as many as a year before."),
        (5, 0, None, "5 children were looked after on 31 March 2017, and none a year before."),
        (
            5, None, None,
            "5 children were looked after on 31 March 2017. How many there were a year before is "
            "not known.",
        ),
        (None, None, None, "How many children were looked after on 31 March 2017 is not known."),
    ],
)  # fmt: skip
def test_the_sentence_about_the_children_fits_its_numbers(total, previous, change, sentence):
    assert sentences.looked_after(cohort(total, previous, change)) == sentence


def test_the_sentence_about_timescale_tells_the_direction():
    before = {"year": "2015-16", "reviews": 1848, "in_timescale": 1618, "percent": 87.6}
    now = {"year": "2016-17", "reviews": 1875, "in_timescale": 1703, "percent": 90.8}
    assert sentences.in_timescale({"by_year": [before, now]}) == (
        "1,875 reviews were held in the year, and 1,703 of them (90.8%) in timescale, "
        "up from 87.6% the year before."
    )
    assert "down from 90.8%" in sentences.in_timescale({"by_year": [now, before]})
    assert ", as in the year before (90.8%)" in sentences.in_timescale({"by_year": [now, now]})


def test_many_reviews_not_recorded_are_warned_of():
    now = {
        "participated": 895, "not_participated": 30, "not_recorded": 542,
        "not_recorded_percent": 36.9, "participated_percent_of_recorded": 96.8,
    }  # fmt: skip
    sentence = sentences.of_those_recorded({"by_year": [now]})
    assert sentence.startswith("With so many reviews not recorded")
    assert "of the 925 reviews with a record, the child took part in 96.8%." in sentence
    few = sentences.of_those_recorded({"by_year": [{**now, "not_recorded_percent": 2.0}]})
    assert few.startswith("Of the 925 reviews with a record")
