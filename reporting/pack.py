"""The pack for the board: a report's PDF, its figures and tables, and its charts, in one zip."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.template.loader import render_to_string

from iro_service.spreadsheets import Share, Sheet, as_workbook
from reporting.attaching import FIGURES
from reporting.document import Document
from reporting.tables.shape import Table
from reporting.written import day

WHOLE = re.compile(r"-?\d{1,3}(,\d{3})*|-?\d+")
DECIMAL = re.compile(r"-?[\d,]+\.\d+")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# A workbook notes when it was saved: left in, the same pack would be another file each time.
SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")


@dataclass(frozen=True)
class Pack:
    """What goes into the zip. Without a PDF, `pdf_missing` says why, in a sentence."""

    document: Document
    name: str  # of the zip and the PDF, without ending
    at: datetime  # the moment its files bear
    pdf: bytes | None = None
    pdf_missing: str = ""

    @property
    def taken_on(self) -> str:
        """The day its figures were taken."""
        return day(self.document.taken_on)

    def zipped(self) -> bytes:
        """The zip; the same pack is the same bytes."""
        return _zip(self.files(), self.at)

    def files(self) -> dict[str, bytes]:
        """Each file by its name."""
        readme = render_to_string("reporting/pack.txt", {"pack": self, "document": self.document})
        files = {"README.txt": readme.encode()}
        if self.pdf:
            files[f"{self.name}.pdf"] = bytes(self.pdf)
        files[FIGURES] = self.document.figures.encode()
        files["figures.xlsx"] = _settled(as_workbook(_sheets(self.document)), self.at)
        for chart in self.document.charts:
            files[f"charts/{chart.id}.svg"] = f"{DECLARATION}{chart.svg}\n".encode()
        return files


def _sheets(document: Document) -> list[Sheet]:
    """A list of the tables, and a sheet for each; numbers are numbers, not text."""
    tables = list(enumerate(document.tables, 1))
    listed = [[n, table.caption, table.note] for n, table in tables]
    return [
        Sheet("Tables", ["Sheet", "Table", "Note"], listed),
        *(_sheet(n, table) for n, table in tables),
    ]


def _sheet(n: int, table: Table) -> Sheet:
    rows = [*table.rows, table.total] if table.total else table.rows
    return Sheet(
        f"{n} {table.caption}",
        [label for _, label, _ in table.columns],
        [[_value(*pair) for pair in zip(row, table.columns, strict=True)] for row in rows],
    )


def _value(cell: str | None, column: tuple[str, str, bool]) -> int | Decimal | str | None:
    """A number as written, as a number; other words stay."""
    if cell is None or not column[2]:
        return cell
    if WHOLE.fullmatch(cell):
        return int(cell.replace(",", ""))
    if cell.endswith("%") and DECIMAL.fullmatch(cell[:-1]):
        return Share(Decimal(cell[:-1].replace(",", "")) / 100)
    return Decimal(cell.replace(",", "")) if DECIMAL.fullmatch(cell) else cell


def _settled(book: bytes, at: datetime) -> bytes:
    """A workbook that says it was saved at a given moment."""
    moment = at.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(BytesIO(book)) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}
    files["docProps/core.xml"] = SAVED.sub(rb"\g<1>" + moment + rb"\2", files["docProps/core.xml"])
    return _zip(files, at)


def _zip(files: dict[str, bytes], at: datetime) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as out:
        for name, content in files.items():
            entry = ZipInfo(name, at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, content)
    return into.getvalue()
