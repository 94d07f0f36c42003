"""The counts of a report's tables open the cases they count, on the managers' live page."""

import re
from dataclasses import replace

from reporting.document import Document
from reporting.opens.children import LINKS as CHILDREN
from reporting.opens.disputes import LINKS as DISPUTES
from reporting.opens.reviews import LINKS as REVIEWS
from reporting.opens.shape import Links, Maker
from reporting.opens.team import LINKS as TEAM
from reporting.tables.shape import Cell, Opens, Table

COUNT = re.compile(r"[1-9][\d,]*")  # neither a share, nor none, nor what is withheld
LINKS: dict[str, Maker] = {**REVIEWS, **CHILDREN, **DISPUTES, **TEAM}

__all__ = ["LINKS", "opened"]


def opened(document: Document, figures: dict) -> Document:
    """The document with each count that its records hold opening exactly the cases it counts.

    For those who may see every case; what was published before the records began opens nothing.
    """
    for section in document.sections:
        for part in section.parts:
            part.tables = [_opened(table, figures) for table in part.tables]
    return document


def _opened(table: Table, figures: dict) -> Table:
    if table.id not in LINKS:
        return table
    links = LINKS[table.id](figures)
    rows = [_row(table, row, links) for row in table.rows]
    return replace(table, rows=rows, total=table.total and _row(table, table.total, links))


def _row(table: Table, row, links: Links) -> list[Cell]:
    columns = [label for _, label, _ in table.columns]
    cells = zip(columns[1:], row[1:], strict=True)
    return [row[0], *(_cell(row, column, cell, links) for column, cell in cells)]


def _cell(row, column: str, cell: Cell, links: Links) -> Cell:
    if not cell or not COUNT.fullmatch(cell):
        return cell
    href = links(row, column)
    return Opens(cell, href, f"{row[0]}, {column[0].lower()}{column[1:]}") if href else cell
