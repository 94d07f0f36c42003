"""The pack for the board holds what was frozen, as files of its own."""

import json
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from reporting.pack import Pack
from tests.editions import published_edition, small_document
from tests.factories import MakingFactory, ReportFileFactory
from tests.reporting.figures_sample import some_of_everything

AT = datetime(2017, 7, 18, 9, tzinfo=UTC)


def pack(**given) -> Pack:
    return Pack(small_document("internal"), "IRO-report", AT, **given)


def opened(zipped: bytes) -> dict[str, bytes]:
    """Each file of a zip."""
    with ZipFile(BytesIO(zipped)) as files:
        return {name: files.read(name) for name in files.namelist()}


def test_it_holds_the_report_its_tables_charts_and_figures():
    files = opened(pack(pdf=b"%PDF-1.7").zipped())
    assert list(files) == [
        "README.txt", "IRO-report.pdf", "figures.json", "figures.xlsx", "charts/ages-chart.svg",
    ]  # fmt: skip
    assert json.loads(files["figures.json"]) == {"year": "2016-17"}
    readme = files["README.txt"].decode()
    for words in ("Edition 1, published on 18 July 2017.", "20 July 2017", "Most are under 1"):
        assert words in readme


def test_the_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers():
    book = load_workbook(BytesIO(opened(pack().zipped())["figures.xlsx"]))
    assert book.sheetnames == ["Tables", "1 Children by age"]
    assert [cell.value for cell in book["Tables"][2]] == [1, "Children by age", None]
    rows = list(book["1 Children by age"].iter_rows(values_only=True))
    assert rows[:2] == [("Age", "Children", "Share"), ("Under 1", 1032, 0.908)]
    assert rows[2] == ("1 to 4", "=2", None)  # as text, and run by nothing
    assert book["1 Children by age"]["B3"].data_type == "s"
    assert book["1 Children by age"]["C2"].number_format == "0.0%"


def test_a_chart_stands_alone():
    chart = ElementTree.fromstring(opened(pack().zipped())["charts/ages-chart.svg"])  # noqa: S314
    assert chart.tag == "{http://www.w3.org/2000/svg}svg"
    assert chart[0].attrib["font-family"] == "Inter"


def test_the_same_pack_is_the_same_bytes():
    assert pack(pdf=b"%PDF-1.7").zipped() == pack(pdf=b"%PDF-1.7").zipped()


def test_without_a_pdf_it_says_why():
    files = opened(pack(pdf_missing="Not made yet.").zipped())
    assert "IRO-report.pdf" not in files
    assert "No PDF\n    Not made yet." in files["README.txt"].decode()


@pytest.mark.django_db
@pytest.mark.parametrize("audience", ["internal", "public"])
def test_an_editions_pack_is_what_was_frozen_for_its_readers(
    practice_manager, client_for, audience
):
    edition = published_edition()
    url = reverse("edition_pack", args=[edition.pk])
    answer = client_for(practice_manager).get(url, {"for": audience})
    assert answer.headers["Content-Type"] == "application/zip"
    [pdf] = [content for name, content in opened(answer.content).items() if name.endswith(".pdf")]
    assert pdf == f"%PDF-1.7 {audience} 1".encode()
    assert answer.content == client_for(practice_manager).get(url, {"for": audience}).content


@pytest.mark.django_db
def test_there_is_a_pack_for_managers_and_the_public_only(practice_manager, client_for):
    url = reverse("edition_pack", args=[published_edition().pk])
    for readers in ("children", "press"):
        assert client_for(practice_manager).get(url, {"for": readers}).status_code == 404


@pytest.mark.django_db
def test_a_drafts_pack_has_the_pdf_only_if_it_was_made_of_the_same_figures(
    group_manager, client_for
):
    some_of_everything()
    client, url = client_for(group_manager), reverse("report_pack", args=["2016-17"])
    files = opened(client.get(url).content)
    assert "None was made of these figures" in files["README.txt"].decode()
    same = MakingFactory(figures=json.loads(files["figures.json"]))
    ReportFileFactory(making=same)
    assert "IRO-annual-report-2016-17-draft.pdf" in opened(client.get(url).content)
    newer = MakingFactory(asked_at=datetime(2017, 7, 20, 12, tzinfo=UTC), figures={"year": "x"})
    ReportFileFactory(making=newer)
    assert "IRO-annual-report-2016-17-draft.pdf" not in opened(client.get(url).content)


@pytest.mark.django_db
def test_the_editions_page_tells_what_is_kept_and_how_far_its_files_are(group_manager, client_for):
    first = published_edition()
    second = published_edition(
        report=first.report, number=2, reason="A child was counted twice.", made=False
    )
    client = client_for(group_manager)
    page = client.get(reverse("report_edition", args=[first.pk])).content.decode()
    assert "Edition 2 has taken its place: A child was counted twice." in page
    assert "1 section, 1 table, 1 chart" in page
    url = reverse("report_edition", args=[second.pk])
    page = client.get(url).content.decode()
    assert "Not made" in page
    assert "without the PDF, which is not made yet" in page
    assert client.post(reverse("edition_make", args=[second.pk])).url == url
    assert client.get(url).content.decode().count("See how far it is") == 3


@pytest.mark.django_db
def test_the_practice_manager_makes_no_edition(practice_manager, client_for):
    edition = published_edition()
    client = client_for(practice_manager)
    assert client.post(reverse("edition_make", args=[edition.pk])).status_code == 403
    page = client.get(reverse("report_edition", args=[edition.pk])).content.decode()
    assert "Make the PDFs again" not in page
