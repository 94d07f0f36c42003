"""The sheets of a workbook, read a row at a time."""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from iro_service.refusals import Refusal

NOT_READ = "The workbook cannot be read. Open it, save it as .xlsx again, or save it as CSV."
EMPTY = "The workbook is empty. The first row of a sheet must hold the names of its columns."
UNPACKED_AT_MOST = 400_000_000  # bytes: a small file may be packed to fill a machine


def sheet_names(content: bytes) -> list[str]:
    """The sheets that can be seen and hold something."""
    with _open(content) as book:
        return [
            sheet.title
            for sheet in book.worksheets
            if sheet.sheet_state == "visible" and _holds_rows(sheet)
        ]


def sheet_rows(content: bytes, sheet: str = "") -> Iterator[tuple]:
    """The values of a sheet's rows, of the first that holds something where none is named."""
    name = sheet or next(iter(sheet_names(content)), "")
    with _open(content) as book:
        if name not in book.sheetnames:
            raise Refusal(f"The workbook has no sheet called {name}." if name else EMPTY)
        book[name].reset_dimensions()  # some programs write a size that is too small
        yield from book[name].iter_rows(values_only=True)


def _holds_rows(sheet) -> bool:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=20, values_only=True)
    return any(value is not None for row in rows for value in row)


@contextmanager
def _open(content: bytes):
    try:
        packed = zipfile.ZipFile(BytesIO(content)).infolist()
        if sum(part.file_size for part in packed) > UNPACKED_AT_MOST:
            raise Refusal("The workbook is too large. Save the sheet as CSV.")
        with warnings.catch_warnings():
            # Of what it leaves out: styles, lists to choose from. Only the values are read.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        try:
            yield book
        finally:
            book.close()
    except (zipfile.BadZipFile, KeyError, ValueError, ParseError, EOFError, OSError) as error:
        raise Refusal(NOT_READ) from error
