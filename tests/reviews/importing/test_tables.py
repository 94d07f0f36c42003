"""Files as other programs write them."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from iro_service.refusals import Refusal
from reviews.importing.rows import NotTaken, Row, as_day
from reviews.importing.tables import open_table
from reviews.importing.workbooks import sheet_names


def workbook(**sheets) -> bytes:
    """A workbook of these sheets, each a list of rows."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "Name,Town\r\nZoë,Evesham\r\n".encode(),
        "\ufeffName,Town\nZoë,Evesham\n".encode(),
        "Name;Town\nZoë;Evesham".encode("cp1252"),
        "Name\tTown\nZoë\tEvesham".encode("utf-16"),
        "\n,\nName,Town\n\nZoë,Evesham\n,\n".encode(),
    ],
)
def test_a_csv_file_is_read_whatever_wrote_it(content):
    headings, rows = open_table(content)
    assert headings == ["Name", "Town"]
    assert [cells for _, cells in rows] == [["Zoë", "Evesham"]]


def test_lines_are_counted_as_an_editor_counts_them():
    _, rows = open_table(b'Name,Note\nAnn,"two\nlines"\n\nBen,one\n')
    assert [line for line, _ in rows] == [2, 5]


def test_a_workbook_is_read_with_its_days_and_numbers_as_they_are_typed():
    midnight = datetime(2017, 5, 2)  # noqa: DTZ001  # a workbook's moments have no zone
    rows = [["Child", "Due", "Part", "Held"], [1204, date(2017, 5, 3), 0.6, midnight],
            [None, None, None, None], ["C1", "3/5/2017", 1.0, None]]  # fmt: skip
    headings, found = open_table(workbook(First=rows))
    assert headings == ["Child", "Due", "Part", "Held"]
    assert list(found) == [
        (2, ["1204", "03/05/2017", "0.6", "02/05/2017"]),
        (4, ["C1", "3/5/2017", "1"]),
    ]


def test_the_sheet_asked_for_is_read_and_empty_ones_are_not_offered():
    content = workbook(Notes=[], First=[["A"], [1]], Second=[["B"], [2]])
    assert sheet_names(content) == ["First", "Second"]
    assert open_table(content, sheet="Second").headings == ["B"]
    assert open_table(content).headings == ["A"]


def test_headings_are_told_apart():
    assert open_table(b"Date,Date,,Date (2)\n1,2,3,4\n").headings == [
        "Date", "Date (2)", "Column 3", "Date (2) (2)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\n\n", "The file is empty"),
        (b"PK\x03\x04 not a workbook", "The workbook cannot be read"),
        (b"\xd0\xcf\x11\xe0 old", "an old kind"),
        (workbook(Empty=[]), "The workbook is empty"),
    ],
)
def test_what_holds_no_table_is_refused_with_a_sentence(content, sentence):
    with pytest.raises(Refusal) as refused:
        open_table(content)
    assert sentence in refused.value.sentence


@pytest.mark.parametrize(
    "words",
    ["05/12/2016", "5/12/2016", "05-12-2016", "5.12.2016", "2016-12-05", "2016-12-05 00:00:00",
     "2016-12-05T00:00:00.000Z", "5 Dec 2016", "05-Dec-2016", "5 December 2016", "42709"],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_spelling(words):
    assert as_day(words) == date(2016, 12, 5)


@pytest.mark.parametrize("words", ["31/02/2016", "05/12/16", "2016", "soon", "12/2016", "1/1/1066"])
def test_what_is_no_day_is_not_guessed(words):
    with pytest.raises(NotTaken) as refused:
        Row(2, {"held_on": words}, words).day("held_on")
    assert "is not a day. Write it like 05/12/2016." in refused.value.reason
    assert refused.value.column == "held_on"
