"""The data a report's PDF carries: its figures as JSON and each of its tables as CSV."""

from datetime import datetime

from iro_service.spreadsheets import as_csv
from reporting.audience import Audience
from reporting.document import Document
from reporting.pdf import Attached
from reporting.tables.shape import Table

FIGURES = "figures.json"


def attachments(document: Document, *, at: datetime) -> list[Attached]:
    """What is carried inside the PDF of a document; nothing in the children's.

    Made of the document alone, so that an edition made again carries the same bytes; `at` is
    the moment the files bear.
    """
    if document.audience == Audience.CHILDREN:
        return []
    figures = Attached(FIGURES, document.figures.encode(), "The figures of this report as JSON", at)
    tables = [
        Attached(f"{table.id}.csv", table_csv(table), f"Table: {table.caption}", at)
        for table in document.tables
    ]
    return [figures, *tables]


def table_csv(table: Table) -> bytes:
    """A table of the report as CSV, its total in the last row."""
    rows = [*table.rows, table.total] if table.total else table.rows
    labels = [label for _, label, _ in table.columns]
    return as_csv(labels, [["" if cell is None else cell for cell in row] for row in rows])
