"""Takes a file of published figures row by row, and hands back what it cannot take."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field

from iro_service.refusals import Refusal
from reporting.published.reading import kind_of, text_of

ROWS_AT_MOST = 1000


@dataclass
class Imported:
    """What came of a file: how many rows were taken, and which were handed back and why."""

    kind: str
    taken: int = 0
    handed_back: list[dict] = field(default_factory=list)


def import_published(content: bytes) -> Imported:
    """Take every good row of the file and hand back the rest, each with its reason.

    Raises Refusal when the file as a whole is none of the two kinds.
    """
    rows = csv.DictReader(io.StringIO(text_of(content)), strict=True)
    try:
        columns = {(name or "").strip().lower() for name in rows.fieldnames or ()}
        kind, take = kind_of(columns)
        imported = Imported(kind)
        for row in rows:
            if imported.taken + len(imported.handed_back) >= ROWS_AT_MOST:
                raise Refusal(f"The file has more than {ROWS_AT_MOST:,} rows: send it in parts.")
            _take(row, rows.line_num, take, imported)
    except csv.Error as broken:
        raise Refusal(f"The file cannot be read as CSV: {broken}.") from broken
    return imported


def _take(row: dict, line: int, take: Callable[[dict], object], imported: Imported) -> None:
    # A cell too many stands under None, a cell too few is None.
    cells = {(key or "").strip().lower(): (value or "") for key, value in row.items() if key}
    if not any(cells.values()):
        return
    try:
        take({key: value.strip() for key, value in cells.items()})
    except (Refusal, ValueError) as wrong:
        handed_back = {"line": line, "row": ", ".join(cells.values())[:200], "reason": str(wrong)}
        imported.handed_back.append(handed_back)
    else:
        imported.taken += 1
