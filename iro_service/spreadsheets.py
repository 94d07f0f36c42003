"""A list as a file for a spreadsheet: CSV, or a workbook where the address says `as=xlsx`."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
CSV = "text/csv; charset=utf-8"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

UNTITLED = re.compile(r"[\[\]:*?/\\]")  # what the title of a sheet may not hold
TITLE_AT_MOST = 31


class Share(Decimal):
    """A part of one that a workbook shows as a percentage: 0.908 as 90.8%."""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence]


def harmless(cell):
    """The cell as text: a spreadsheet would run words that begin like a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def spreadsheet(
    request, name: str, columns: Sequence[str], rows: Iterable[Sequence]
) -> HttpResponse:
    """Answer with the rows under their columns, as the file `name` with the ending that fits."""
    if request.GET.get("as") == "xlsx":
        book = as_workbook([Sheet("Sheet", columns, rows)])
        response = HttpResponse(book, content_type=WORKBOOK)
        ending = "xlsx"
    else:
        response = HttpResponse(as_csv(columns, rows), content_type=CSV)
        ending = "csv"
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def workbook(name: str, sheets: Sequence[Sheet]) -> HttpResponse:
    """Answer with a workbook of several sheets, each under its own title."""
    response = HttpResponse(as_workbook(sheets), content_type=WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def as_csv(columns: Sequence[str], rows: Iterable[Sequence]) -> bytes:
    """The rows under their columns as the bytes of a CSV file."""
    into = StringIO()
    into.write("\ufeff")  # without it Excel misreads names outside ASCII
    writer = csv.writer(into)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return into.getvalue().encode()


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as the bytes of a workbook."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _write(book.create_sheet(UNTITLED.sub(" ", sheet.title)[:TITLE_AT_MOST]), sheet)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def _write(into, sheet: Sheet) -> None:
    into.append(list(sheet.columns))
    for cell in into[1]:
        cell.font = Font(bold=True)
    into.freeze_panes = "A2"
    for row in sheet.rows:
        into.append([_clean(cell) for cell in row])
        for place, cell in enumerate(row, start=1):
            if isinstance(cell, Share):
                into.cell(into.max_row, place).number_format = "0.0%"
    # A cell that begins like a formula is text here by its type; nothing is put before it.
    for cells in into.iter_rows(min_row=2):
        for cell in cells:
            if cell.data_type == "f":
                cell.data_type = "s"
            if isinstance(cell.value, date):
                cell.number_format = "d mmm yyyy"
    into.auto_filter.ref = into.dimensions


def _clean(cell):
    return ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell
