"""Files are read whichever way they were saved, and a table is known by its columns."""

import pytest

from cohort.ssda903.reading.decoding import encoding_of, lines_of
from cohort.ssda903.reading.files import Given, in_folder
from cohort.ssda903.reading.recognising import TableFile, recognise
from cohort.ssda903.reading.records import LONGEST_IN_LINES, cells, records

HEADER = "CHILD,SEX,DOB,ETHNIC\n"


def file(text: str | bytes, name: str = "some.csv") -> Given:
    return Given(name, text.encode() if isinstance(text, str) else text)


def table_in(text: str | bytes) -> TableFile:
    found = recognise(file(text))
    assert isinstance(found, TableFile), found
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_reads_the_same_however_it_was_saved(encoding):
    given = file("CHILD,NOTE\nA1,Zoë\n".encode(encoding))
    assert list(lines_of(given)) == ["CHILD,NOTE\n", "A1,Zoë\n"]


def test_bytes_of_no_encoding_stop_nothing():
    assert list(lines_of(file(b"A1,\x81\n"))) == ["A1,\ufffd\n"]


def test_utf_8_is_told_from_windows_by_its_last_byte_too():
    assert encoding_of(file("é".encode() * 70_000)) == "utf-8-sig"
    assert encoding_of(file("é".encode() * 70_000 + b"\xe9")) == "cp1252"


def test_a_nul_byte_is_left_out():
    assert list(lines_of(file("A\0 1\n"))) == ["A 1\n"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_begins_on_the_line_an_editor_shows(end):
    text = end.join(["a", "", '"b', 'still b"', "c"]) + end
    given = records(lines_of(file(text)))
    assert list(given) == [(1, "a"), (2, ""), (3, f'"b{end}still b"'), (5, "c")]


def test_a_quotation_mark_nobody_closed_does_not_swallow_the_file():
    lines = ['"open,1\n', *(f"{n},2\n" for n in range(LONGEST_IN_LINES + 5))]
    found = list(records(lines))
    assert len(found) == len(lines)
    assert found[1] == (2, "0,2")


def test_a_mark_too_many_spoils_its_own_line_alone():
    text = HEADER + '"A1,1,05/06/2010,WBRI\nB2,1,05/06/2010,"WBRI"\nC3,1,05/06/2010,WBRI"\n'
    assert [line for line, _ in table_in(text).rows()] == [2, 3, 4]


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("a, b ,,", ["a", "b", "", ""]),
        ('"a,1","say ""b"""', ["a,1", 'say "b"']),
        ('a,5" pipe', ["a", '5" pipe']),
        ('"a\nb",c', ["a\nb", "c"]),
    ],
)
def test_cells_are_told_apart_and_trimmed(record, found):
    assert cells(record, ",") == found


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_columns_are_known_in_any_order_case_and_company(separator):
    names = separator.join([" ethnic", "DOB", "Own column", "child", "Sex"])
    found = table_in(f"\n\n{names}\n")
    assert (found.table.name, found.separator, found.width) == ("Header", separator, 5)
    assert found.places == {"CHILD": 3, "SEX": 4, "DOB": 1, "ETHNIC": 0}


@pytest.mark.parametrize(
    ("columns", "table"),
    [
        ("CHILD,REVIEW,REVIEW_CODE", "Reviews"),
        ("CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC", "Episodes"),
        ("CHILD,SEX,DOB,DUC", "UASC"),
        ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "PrevPerm"),
        ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "Header"),
    ],
)
def test_each_table_is_known_by_its_columns(columns, table):
    assert table_in(columns).table.name == table


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (file(""), "some.csv is empty."),
        (file(b"\xef\xbb\xbf\r\n \r\n"), "some.csv is empty."),
        (
            file("CHILD,REVIEW\n"),
            "some.csv was not read: it looks like the table Reviews but has no column REVIEW_CODE.",
        ),
        (
            file("DECOM,RNE,LS,CIN,PLACE,REC\n"),
            "some.csv was not read: it looks like the table Episodes but has no columns CHILD or "
            "DEC.",
        ),
        (
            file("CHILD,MISSING\n"),
            "some.csv was not read: its columns are those of no table this service reads.",
        ),
        (
            file(HEADER, "return.xlsx"),
            "return.xlsx is a workbook and was not read: save each of its sheets as CSV.",
        ),
        (
            file(HEADER, "read me.md"),
            "read me.md was not read: a table of the return is a CSV file.",
        ),
    ],
)
def test_what_is_no_table_is_told_of(given, sentence):
    assert recognise(given) == sentence


def test_a_folder_in_the_folder_is_told_of_and_hidden_files_are_not(tmp_path):
    (tmp_path / "older").mkdir()
    (tmp_path / ".hidden.csv").write_text(HEADER)
    (tmp_path / "HEADER.CSV").write_text(HEADER)
    names = [name for name, _ in in_folder(tmp_path)]
    assert names == ["HEADER.CSV", "older"]
    assert recognise(Given("older", tmp_path / "older")) == (
        "older is a folder in the folder: what is in it was not read."
    )
    assert isinstance(recognise(Given("HEADER.CSV", tmp_path / "HEADER.CSV")), TableFile)
