"""A file of rows under headings: CSV, or a sheet of a workbook."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO
from itertools import count
from typing import NamedTuple

from cohort.ssda903.reading.decoding import encoding_of
from cohort.ssda903.reading.files import Given
from iro_service.forms.sentences import showable
from iro_service.refusals import Refusal
from reviews.importing.workbooks import sheet_rows

WORKBOOK = b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
MOST_COLUMNS = 200


class Table(NamedTuple):
    """The headings, and the rows below them with the line each stands on; read once only."""

    headings: list[str]
    rows: Iterator[tuple[int, list[str]]]


def is_workbook(content: bytes) -> bool:
    """Whether the file is a workbook of sheets and not a text."""
    return content.startswith(WORKBOOK)


def open_table(content: bytes, *, sheet: str = "") -> Table:
    """The table in the file; refuses with a sentence what is none."""
    if content.startswith(OLD_WORKBOOK):
        raise Refusal("This is a workbook of an old kind (.xls). Save it as .xlsx or as CSV.")
    lines = _workbook_lines(content, sheet) if is_workbook(content) else _text_lines(content)
    rows = ((line, cells) for line, cells in lines if any(cells))
    _, first = next(rows, (0, []))
    if not first:
        raise Refusal("The file is empty. Its first row must hold the names of its columns.")
    return Table(_headings(first), rows)


def _headings(cells: list[str]) -> list[str]:
    """The first row's cells, each a name that stands once."""
    found: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = " ".join(cell.split())[:100] or f"Column {number}"
        again = next(f"{name} ({n})" for n in count(2) if f"{name} ({n})" not in found)
        found.append(again if name in found else name)
    return found


def _workbook_lines(content: bytes, sheet: str) -> Iterator[tuple[int, list[str]]]:
    for line, values in enumerate(sheet_rows(content, sheet), start=1):
        yield line, [_as_text(value) for value in values[:MOST_COLUMNS]]


def _text_lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    text = content.decode(encoding_of(Given("", content)), errors="replace")
    first = text.split("\n", 1)[0]
    # What separates most often in the headings; a comma where nothing does.
    separator = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    begins = 1
    try:
        for cells in reader:
            yield begins, [showable(cell.strip()) for cell in cells]
            begins = reader.line_num + 1  # a cell may hold several lines
    except csv.Error as error:
        raise Refusal(f"Line {begins} of the file cannot be read: {error}.") from error


def _as_text(value) -> str:
    """A cell of a workbook as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date | datetime):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return showable(str(value).strip())


def as_line(cells: list[str]) -> str:
    """The cells as a line of CSV, to hand a row back as it was given."""
    into = StringIO()
    csv.writer(into, lineterminator="").writerow(cells)
    return into.getvalue()
