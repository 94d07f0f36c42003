"""What people wrote beside the figures: priorities, quotes, what the Handbook asks for."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from reporting.audience import Audience
from reporting.figures import figures
from reporting.handbook import CHECKLIST
from reporting.models import Report
from reporting.report import compose
from reporting.sections import nothings
from reporting.writing import writing_of
from tests.factories import (
    NothingFactory,
    PassageFactory,
    PriorityFactory,
    QuoteFactory,
    ReportFactory,
    SaidAndDidFactory,
)
from tests.reporting.figures_sample import TODAY, sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(council):
    return ReportFactory(period="2016-17")


def composed(report: Report, figure: dict | None = None, audience: str = Audience.INTERNAL):
    return compose(figure or figures("2016-17", on=TODAY), writing_of(report), audience)


def section(document, id: str):
    return next((one for one in document.sections if one.id == id), None)


def page(document) -> str:
    context = {**document.context(), "layout": "reporting/print/base.html"}
    return render_to_string("reporting/report.html", context)


def test_last_years_priorities_are_looked_back_on_with_their_figure(report):
    before = ReportFactory(period="2015-16")
    PriorityFactory(
        report=before, title="Reviews on time", lead="Practice manager", figure="took-part",
        measure="More children take part", due_on=date(2017, 3, 31), result="partly",
        went="Only since spring.",
    )  # fmt: skip
    PriorityFactory(report=before, title="A permanent manager", figure="")
    figure = sample()
    (table,) = section(composed(report, figure), "look-back").parts[0].tables
    assert list(table.rows[0]) == [
        "Reviews on time",
        "Practice manager",
        "31 Mar 2017",
        "More children take part. Took part, of all reviews: 80.0% then, 33.3% now.",
        "Partly done. Only since spring.",
    ]
    assert table.rows[1][-1] == "Not looked back on yet"
    assert table.rows[1][3] == "Nine in ten records are distributed within 20 working days."


def test_the_report_ends_with_the_priorities_for_the_next_year(report):
    PriorityFactory(report=report, title="Later", position=2)
    PriorityFactory(report=report, title="First", position=1, due_on=date(2018, 1, 31))
    (table,) = section(composed(report), "priorities").parts[0].tables
    assert [row[0] for row in table.rows] == ["First", "Later"]
    assert table.rows[0][2] == "31 Jan 2018"


def test_a_quote_stands_outside_only_where_the_child_let_everybody_read_it(report):
    QuoteFactory(report=report, words="She remembered my rabbit.", for_public=True)
    QuoteFactory(report=report, words="I do not like <b>Mr Smith</b>.", age_band="16_plus")
    inside, outside = (page(composed(report, audience=who)) for who in ("internal", "public"))
    assert "She remembered my rabbit." in inside
    assert "I do not like &lt;b&gt;Mr Smith" in inside
    assert "A child aged 16 and over" in inside
    assert "She remembered my rabbit." in outside
    assert "Mr Smith" not in outside


def test_you_said_we_did(report):
    SaidAndDidFactory(report=report, said="The forms are long.", did="They are short.")
    tables = [one for part in section(composed(report), "voice").parts for one in part.tables]
    assert [list(row) for row in tables[-1].rows] == [["The forms are long.", "They are short."]]


def test_nothing_to_report_is_said_in_its_section_and_in_the_list(report):
    NothingFactory(report=report, item="resources", because="All posts are filled.")
    document = composed(report)
    said = "Nothing to report because all posts are filled."
    assert said in section(document, "resources").parts[0].words[0]
    rows = dict(section(document, "handbook").parts[0].tables[0].rows)
    assert rows["Resource issues that put the service at risk"] == said


def test_the_list_names_each_section_by_the_number_it_came_to_have(report):
    for asked in CHECKLIST:
        for id in asked.sections:
            if not report.passages.filter(section=id).exists():
                PassageFactory(report=report, section=id, text="Something.")
    document = composed(report)
    told = dict(section(document, "handbook").parts[0].tables[0].rows)
    assert len(told) == len(CHECKLIST)
    for asked in CHECKLIST:
        here = section(document, asked.sections[0])
        assert told[asked.words] == f"Section {here.number}, {here.title}"


def test_what_is_not_written_about_yet_is_said_in_the_list(report):
    rows = dict(section(composed(report), "handbook").parts[0].tables[0].rows)
    assert rows["Good practice"] == "Not written yet"
    assert rows["Reviews on time, late, and the reasons"].endswith(": not written about yet")


@pytest.mark.parametrize(
    ("because", "words"),
    [
        ("Nobody left.", "nobody left."),
        ("IROs stayed", "IROs stayed."),
        ("  It is fine ", "it is fine."),
    ],
)
def test_the_reason_goes_on_in_the_sentence(because, words):
    assert nothings.nothing_to_report(because) == f"Nothing to report because {words}"


def test_a_sentence_placed_by_its_writer_is_not_said_twice(report):
    figure = sample()
    (sentence, *_) = [
        words for words in section(composed(report, figure), "timeliness").parts[0].words
        if "were held in the year" in words
    ]  # fmt: skip
    PassageFactory(report=report, section="timeliness", text=f"First. {sentence} Last.")
    document = composed(report, figure)
    assert page(document).count(sentence) == 2  # in the summary, and here
