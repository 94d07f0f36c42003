"""The printed report, opened and read."""

import logging
import re
from base64 import b64encode
from datetime import UTC, datetime
from io import BytesIO
from time import process_time

import pydyf
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream, NameObject

from reporting.pdf import Attached, PdfFault, render_pdf
from reporting.pdf.finish import keep_lengths_beyond_doubt
from tests.reporting.pdf_checks import (
    attributes,
    check_accessible,
    content_of,
    elements,
    within,
)
from tests.reporting.sample_report import sample_html


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf(sample_html())


@pytest.fixture
def reader(pdf) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def words_on(page) -> str:
    return " ".join(page.extract_text().split())


def test_the_report_can_be_read_by_someone_who_cannot_see_it(pdf):
    assert check_accessible(pdf) == []


def test_names_are_printed_as_they_are_written(reader):
    text = " ".join(words_on(page) for page in reader.pages)
    for name in ("Łukasz Nguyễn", "Şeyma Dvořák", "Ольга Иванова", "Ελένη"):
        assert name in text


def test_only_the_services_own_font_is_used(reader):
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1].removeprefix("/")
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(font.startswith("Inter") for font in fonts), fonts


def test_the_contents_name_the_page_that_each_section_is_on(reader):
    headings = [item for item in flat(reader.outline) if re.match(r"\d", item.title)]
    assert [item.title for item in headings] == [
        "1 Reviews on time",
        "1.1 Late reviews",
        "2 Caseloads",
    ]
    contents = words_on(reader.pages[1])
    for item in headings:
        number = reader.get_destination_page_number(item) + 1
        assert re.search(rf"{re.escape(item.title)} ?[. ]+{number}\b", contents), contents


def flat(outline):
    for item in outline:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


def test_each_page_but_the_cover_names_council_report_section_and_page(reader):
    last = len(reader.pages)
    assert "Page 1 of" not in words_on(reader.pages[0])
    for number, page in enumerate(reader.pages[1:], start=2):
        text = words_on(page)
        assert (
            "Worcestershire County Council – Independent Reviewing Officers: annual report" in text
        )
        assert f"Page {number} of {last}" in text
    assert words_on(reader.pages[2]).count("1 Reviews on time") == 2
    assert "1 Reviews on time" in words_on(reader.pages[3])
    assert "2 Caseloads" not in words_on(reader.pages[3])


def test_running_headers_are_passed_over_by_a_screen_reader(reader):
    read: dict[int, set[int]] = {}
    for element in within(reader.root_object["/StructTreeRoot"]):
        for page, content in content_of(element):
            read.setdefault(page, set()).add(content)
    for number, page in enumerate(reader.pages):
        marked, set_aside = marks_on(page, reader)
        assert marked == read.get(page.indirect_reference.idnum, set())
        assert set_aside >= 3 if number else set_aside == 0


def marks_on(page, reader) -> tuple[set[int], int]:
    """The content numbers on a page, and how many pieces are page furniture."""
    marked, set_aside = set(), 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            properties = operands[1]
            if operands[0] == "/Artifact":
                set_aside += properties["/Type"] == "/Pagination"
            else:
                marked.add(int(properties["/MCID"]))
    return marked, set_aside


def test_heading_cells_say_whether_they_head_a_row_or_a_column(reader):
    first = elements(reader, "/Table")[0]
    scopes = [attributes(cell)["/Scope"] for cell in within(first) if cell["/S"] == "/TH"]
    assert scopes == ["/Column"] * 3 + ["/Row"] * 7


def test_a_long_tables_headings_come_again_on_the_next_page(reader):
    pages = [page for page in reader.pages if "Team 5" in words_on(page)]
    assert len(pages) >= 2
    assert all("Row Held In time" in words_on(page) for page in pages)


def test_a_charts_words_are_its_title_and_its_description(reader):
    words = [figure["/Alt"] for figure in elements(reader, "/Figure")]
    assert words[0] == "Reviews in timescale rose. Six columns, from 80 to 95."
    assert len(words) == 4


def test_a_charts_box_is_where_the_chart_is(reader):
    figure = elements(reader, "/Figure")[0]
    left, bottom, right, top = (float(side) for side in attributes(figure)["/BBox"])
    assert left == pytest.approx(20 / 25.4 * 72, abs=1)
    assert right - left == pytest.approx(128 / 25.4 * 72, abs=1)
    heading = next(item for item in flat(reader.outline) if item.title == "1 Reviews on time")
    assert bottom < top < float(heading["/Top"])


def test_the_same_report_printed_again_is_the_same_file(pdf):
    assert render_pdf(sample_html()) == pdf


def test_the_figures_travel_inside_the_file_as_data():
    at = datetime(2017, 7, 20, tzinfo=UTC)
    figures = Attached("figures.json", b'{"total": 767}', "Every figure", at)
    printed = render_pdf(sample_html(), attachments=[figures])
    reader = PdfReader(BytesIO(printed))
    assert reader.attachments["figures.json"] == [b'{"total": 767}']
    [file] = reader.root_object["/AF"]
    assert file.get_object()["/AFRelationship"] == "/Data"
    assert check_accessible(printed) == []


def test_progress_is_told_in_sentences_and_the_log_is_left_as_it_was():
    logger = logging.getLogger("weasyprint.progress")
    before = (logger.level, list(logger.handlers))
    steps: list[str] = []
    render_pdf(sample_html(), progress=steps.append)
    assert steps[0] == "Reading the report"
    assert "Laying out page 3" in steps
    assert "Writing the file" in steps
    assert not [step for step in steps if step.startswith("Step")]
    assert (logger.level, list(logger.handlers)) == before


def test_a_document_without_a_language_is_given_the_one_asked_for():
    html = "<title>Adroddiad</title><h1>Adroddiad</h1>"
    reader = PdfReader(BytesIO(render_pdf(html, language="cy-GB")))
    assert reader.root_object["/Lang"] == "cy-GB"


def test_a_documents_own_language_is_kept():
    html = '<html lang="cy-GB"><title>Adroddiad</title><h1>Adroddiad</h1></html>'
    assert PdfReader(BytesIO(render_pdf(html))).root_object["/Lang"] == "cy-GB"


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="x" src="https://example.org/x.png">',
        '<img alt="x" src="//example.org/x.png">',
        '<img alt="x" src="file:///etc/hostname">',
        '<img alt="x" src="../src/report.scss">',
        '<img alt="x" src="images/../../../manage.py">',
        '<img alt="x" src="file://elsewhere/etc/hostname">',
        '<img alt="x" src="ftp://example.org/x.png">',
        '<img alt="x" src="no-such-picture.png">',
        '<p style="background: url(https://example.org/x.png)">x</p>',
        '<style>@import url("https://example.org/x.css");</style>',
        '<style>@font-face { font-family: X; src: url("file:///etc/hostname") }</style>',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        '<object data="https://example.org/x.png">x</object>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title>'
        '<image href="https://example.org/x.png" width="9" height="9"/></svg>',
    ],
)
def test_nothing_in_a_report_makes_the_server_read_or_call_elsewhere(markup):
    with pytest.raises(PdfFault, match=r"^The report (may not use|needs) .*\.$"):
        render_pdf(f'<html lang="en-GB"><title>x</title><h1>x</h1>{markup}</html>')


def test_a_picture_inside_the_page_is_printed():
    png = BytesIO()
    Image.new("RGB", (9, 9), "navy").save(png, "PNG")
    dot = f"data:image/png;base64,{b64encode(png.getvalue()).decode()}"
    printed = render_pdf(sample_html(extra=f'<img alt="A dot" width="9" src="{dot}">'))
    words = [figure["/Alt"] for figure in elements(PdfReader(BytesIO(printed)), "/Figure")]
    assert words[-1] == "A dot"


def test_a_link_that_leads_nowhere_stops_the_report():
    with pytest.raises(PdfFault, match="nowhere"):
        render_pdf(sample_html(extra='<p><a href="#nowhere">x</a></p>'))


def test_a_service_whose_front_end_is_not_built_says_so(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    with pytest.raises(PdfFault, match=r"The front end is not built: .*Inter-Regular\.ttf"):
        render_pdf(sample_html())


def report_of(table: dict) -> bytes:
    """A report of one section with one table."""
    section = {"id": "a", "number": "1", "title": "A", "words": "Words.", "tables": [table]}
    return render_pdf(sample_html(sections=[section]))


def test_a_table_of_many_columns_lies_on_its_side_and_loses_none():
    columns = [("row", "Row", False), *((f"{i}", f"2016/17 in time {i}", True) for i in range(14))]
    row = ["Out of county", *(f"1,0{i:02}" for i in range(14))]
    wide = {"id": "wide", "caption": "Wide", "columns": columns, "rows": [row] * 3}
    printed = report_of(wide)
    sheet = PdfReader(BytesIO(printed)).pages[-1]
    assert sheet.mediabox.width > sheet.mediabox.height
    assert "1,013" in words_on(sheet)
    assert check_accessible(printed) == []


def test_a_table_without_rows_says_that_there_are_none():
    empty = {"id": "none", "caption": "Referred to Cafcass", "columns": [("a", "A", False)]}
    printed = report_of({**empty, "rows": []})
    text = words_on(PdfReader(BytesIO(printed)).pages[-1])
    assert "Referred to Cafcass None in this period." in text
    assert check_accessible(printed) == []


def test_a_long_answer_in_a_cell_does_not_hold_up_the_report():
    columns = [("row", "Row", False), ("answer", "Answer", False)]
    said = {"id": "said", "caption": "You said", "columns": columns}
    started = process_time()
    printed = report_of({**said, "rows": [["a", "word " * 1500 + "end"]]})
    assert process_time() - started < 30  # broken anywhere, the cell took seven minutes
    assert "end" in words_on(PdfReader(BytesIO(printed)).pages[-1])


def test_a_word_without_end_is_broken_before_the_edge():
    printed = render_pdf(sample_html(extra=f"<p>{'endless' * 100}.</p>", council="C" * 200))
    text = "".join(PdfReader(BytesIO(printed)).pages[-1].extract_text().split())
    assert "endless" * 100 + "." in text


def test_a_ragged_table_is_refused():
    sections = [
        {
            "id": "a",
            "number": "1",
            "title": "A",
            "tables": [{"id": "t", "columns": [("a", "A", False)], "rows": [["1", "2"]]}],
        }
    ]
    with pytest.raises(ValueError, match="A row of 2 cells in a table of 1 columns"):
        sample_html(sections=sections)


def test_words_typed_into_a_report_stay_words():
    html = sample_html(council="<script>alert(1)</script> & Sons")
    assert "<script>" not in html
    text = words_on(PdfReader(BytesIO(render_pdf(html))).pages[0])
    assert "<script>alert(1)</script> & Sons" in text


# Each check is proved on a document with just that fault.

HEAD = "<thead><tr><th scope=col>Month<th scope=col>Held</thead>"
ROW = "<tr><th scope=row>April<td>158</tr>"
CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}<path d="M0 0h9"/></svg>'


@pytest.mark.parametrize(
    ("markup", "finding"),
    [
        ("<table><tr><td>April<td>158</tr></table>", "has no heading cells"),
        (f"<table><tbody>{ROW}</table>", "has no column headings"),
        (f"<table>{HEAD}<tr><td>April<td>158</table>", "has no row headings"),
        (
            f"<table><thead><tr><th>2016<th>2017</tr>{HEAD[7:]}<tbody>{ROW}</table>",
            "has 2 rows of headings",
        ),
        (f"<table>{HEAD}<tbody>{ROW}<tr><th>May</table>", "PDFUA1-TABLE"),
        (CHART.format(""), "has no alternative text"),
        (CHART.format("<title> </title>"), "has no alternative text"),
        ("<h4>Skipped</h4>", "HEADING"),
        ('<p style="margin-left: 300mm">Lost</p>', "Words run off page 1: 'Lost'"),
    ],
)
def test_a_fault_in_the_page_is_found(markup, finding):
    html = f'<html lang="en-GB"><title>x</title><h1>x</h1>{markup}</html>'
    findings = check_accessible(render_pdf(html))
    assert any(finding in found for found in findings), findings


def spoiled(pdf: bytes, spoil) -> list[str]:
    """What is found after the file's objects were tampered with."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    spoil(writer)
    out = BytesIO()
    writer.write(out)
    return check_accessible(out.getvalue())


def forget(kind, *path):
    """Take one attribute off every element of a kind."""

    def spoil(writer):
        for element in within(writer.root_object["/StructTreeRoot"]):
            if element["/S"] == kind:
                target = attributes(element) if len(path) > 1 else element
                target.pop(NameObject(path[-1]), None)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "finding"),
    [
        (lambda writer: writer.root_object.pop("/Lang"), "names no language"),
        (lambda writer: writer.root_object.pop("/Outlines"), "has no outline"),
        (lambda writer: writer.root_object.pop("/ViewerPreferences"), "not shown in the window"),
        (lambda writer: setattr(writer, "metadata", None), "has no title"),
        (forget("/TH", "/A", "/Scope"), "without a scope"),
        (forget("/Figure", "/Alt"), "has no alternative text"),
        (forget("/Figure", "/A", "/BBox"), "box off the page"),
        (lambda writer: writer.root_object.pop("/Metadata"), "PDFUA1-"),
    ],
    ids=["language", "outline", "window", "title", "scope", "alternative", "box", "mark"],
)
def test_a_fault_in_the_file_is_found(pdf, spoil, finding):
    findings = spoiled(pdf, spoil)
    assert any(finding in found for found in findings), findings


def test_tampering_itself_is_not_what_is_found(pdf):
    assert not [found for found in spoiled(pdf, lambda writer: None) if "PDFA3A" not in found]


def test_a_stream_never_ends_so_that_its_length_is_in_doubt():
    pdf = pydyf.PDF()
    doubtful = next(
        stream
        for stream in (pydyf.Stream([f"% {n}"], compress=True) for n in range(10_000))
        if stream.data.endswith(b"\r\nendstream")
    )
    pdf.add_object(doubtful)
    keep_lengths_beyond_doubt(pdf)
    assert not doubtful.data.endswith(b"\r\nendstream")
