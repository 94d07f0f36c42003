"""What people script against: the figures and the report from the command line."""

import json
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from reporting.management.commands.annual_report import write_whole
from tests.factories import HeldReviewFactory, PeriodFactory
from tests.reporting.pdf_checks import check_accessible

pytestmark = pytest.mark.django_db


def run(*arguments) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_figures_prints_one_json_object_and_nothing_else(council):
    day = date(2016, 10, 3)
    period = PeriodFactory()
    HeldReviewFactory(period=period, held_on=day, due_on=day)
    figures = json.loads(run("figures", "2016-17"))
    assert figures["timeliness"]["by_year"][2]["percent"] == 100.0
    assert isinstance(figures["caseload"]["fte_in_post"], int | float)


def test_figures_are_printed_the_same_each_time(council):
    assert run("figures", "2016-17") == run("figures", "2016-17")


@pytest.mark.parametrize("command", [("figures",), ("annual_report", "report.pdf")])
@pytest.mark.parametrize(
    ("year", "sentence"),
    [("2016", "is not a reporting year"), ("2016-18", "is not"), ("2018-19", "has not begun")],
)
def test_a_wrong_year_gets_a_sentence(council, command, year, sentence):
    with pytest.raises(CommandError, match=sentence) as refused:
        run(command[0], year, *command[1:])
    assert refused.value.returncode == 1


def test_without_a_council_there_are_no_figures(db):
    with pytest.raises(CommandError, match="the council has no name"):
        run("figures", "2016-17")


def test_the_report_is_written_whole(council, tmp_path):
    file = tmp_path / "report.pdf"
    assert "Wrote" in run("annual_report", "2016-17", str(file))
    assert check_accessible(file.read_bytes()) == []
    assert "2016" in PdfReader(BytesIO(file.read_bytes())).pages[0].extract_text()
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.parametrize("audience", ["public", "children"])
def test_the_report_is_written_for_those_who_read_it(council, tmp_path, audience):
    file = tmp_path / "report.pdf"
    run("annual_report", "2016-17", str(file), "--audience", audience)
    reader = PdfReader(BytesIO(file.read_bytes()))
    carried = {"public": True, "children": False}[audience]
    assert ("figures.json" in reader.attachments) is carried
    assert ("Your reviews" in reader.pages[0].extract_text()) is not carried


def test_a_place_that_cannot_be_written_gets_a_sentence(council, tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        run("annual_report", "2016-17", str(tmp_path / "nowhere" / "report.pdf"))
    with pytest.raises(CommandError, match="cannot be written: it is a folder"):
        run("annual_report", "2016-17", str(tmp_path))


def test_a_write_that_breaks_off_leaves_the_old_report(tmp_path, monkeypatch):
    file = tmp_path / "report.pdf"
    file.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]
