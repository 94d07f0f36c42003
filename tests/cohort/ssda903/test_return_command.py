"""`manage.py import_ssda903`: what it prints, what it hands back, when it fails."""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cohort.models import Child, ImportRun
from tests.cohort.ssda903.returns import A1, A1_S, EPISODES, HEADER, REVIEWS, table
from tests.factories import ChildFactory, PeriodFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name, content in {
        "h.csv": table(HEADER, A1, 'B2,3,05/06/2010,WBRI,"two\r\nlines",,'),
        "e.CSV": table(EPISODES, A1_S),
        "r.csv": table(REVIEWS, *(f"NOBODY,05/06/2010,{n:02}/06/2016,PN1" for n in range(1, 12))),
        "notes.docx": b"PK",
    }.items():
        (tmp_path / "in" / name).write_bytes(content)
    return tmp_path / "in"


def said(*arguments, **options) -> str:
    out = StringIO()
    call_command("import_ssda903", *arguments, stdout=out, **options)
    return out.getvalue()


def test_it_tells_what_came_of_each_table_and_keeps_the_run(folder):
    PeriodFactory(child=ChildFactory(reference="Z9"))
    words = said(str(folder), year="2016-17")
    lines = [line.split() for line in words.splitlines()]
    assert ["read", "added", "changed", "unchanged", "rejected"] in lines
    assert ["Header", "2", "1", "0", "0", "1"] in lines
    assert ["Episodes", "1", "1", "0", "0", "0"] in lines
    assert "h.csv, line 3: SEX is 3: it must be 1 or 2, or M, F or U." in words
    assert words.count("r.csv, line") == 9  # with the one of Header the first ten
    assert "To get all of them: --rejects FILE.csv" in words
    assert "notes.docx was not read: a table of the return is a CSV file." in words
    assert "1 child is looked after here but left out of the files" in words
    assert ": Z9." in words
    run = ImportRun.objects.get()
    assert (run.kind, run.year, run.dry_run, run.asked_by) == ("ssda903", "2016-17", False, None)
    assert run.summary["counts"]["Header"]["rejected"] == 1
    assert run.summary["missing"] == ["Z9"]


def test_rejects_go_into_a_file_that_a_spreadsheet_opens(folder, tmp_path):
    words = said(str(folder), rejects=str(tmp_path / "back.csv"))
    assert "line 3" not in words
    content = (tmp_path / "back.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbffile,line,column,reason,row\r\n")
    with (tmp_path / "back.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12
    assert rows[0] == {
        "file": "h.csv",
        "line": "3",
        "column": "SEX",
        "reason": "SEX is 3: it must be 1 or 2, or M, F or U.",
        "row": 'B2,3,05/06/2010,WBRI,"two\r\nlines",,',
    }


def test_a_dry_run_says_so_and_keeps_nothing(folder):
    words = said(str(folder), dry_run=True)
    assert words.rstrip().endswith("Nothing was changed: this was a dry run.")
    assert not Child.objects.exists()
    assert not ImportRun.objects.exists()


def test_what_cannot_be_imported_is_one_clear_sentence(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    wrong = {
        str(tmp_path / "none"): f"There is no folder or file {tmp_path / 'none'}.",
        str(folder / "h.csv"): f"{folder / 'h.csv'} cannot be used: not a directory.",
        str(tmp_path / "empty"): "None of the files is a table of the return: there are none.",
    }
    for given, sentence in wrong.items():
        with pytest.raises(CommandError) as error:
            said(given)
        assert str(error.value) == sentence
    with pytest.raises(CommandError, match="'2016' is not a reporting year: write it like"):
        said(str(folder), year="2016")


def test_rejects_that_cannot_be_written_undo_the_import(folder, tmp_path):
    with pytest.raises(CommandError, match="There is no folder or file"):
        said(str(folder), rejects=str(tmp_path / "none" / "back.csv"))
    assert not Child.objects.exists()
