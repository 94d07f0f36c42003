"""Reads figures published before the records began out of a CSV file, known by its columns."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from iro_service.refusals import Refusal
from reporting.actions import publish_month, publish_year
from reporting.figures import ReportingYear

ROWS_AT_MOST = 1000
MOST = 1_000_000
TIMELINESS = ("year", "month", "reviews", "reviews_in_timescale")
PARTICIPATION = ("year", "reviews_aged_4_and_over", "participated", "not_recorded")


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
    rows = csv.DictReader(io.StringIO(_text(content)), strict=True)
    try:
        columns = {(name or "").strip().lower() for name in rows.fieldnames or ()}
        kind, take = _kind(columns)
        imported = Imported(kind)
        for row in rows:
            if imported.taken + len(imported.handed_back) >= ROWS_AT_MOST:
                raise Refusal(f"The file has more than {ROWS_AT_MOST:,} rows: send it in parts.")
            _take(row, rows.line_num, take, imported)
    except csv.Error as broken:
        raise Refusal(f"The file cannot be read as CSV: {broken}.") from broken
    return imported


def _text(content: bytes) -> str:
    """The file's text, as Excel or anything newer wrote it."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("The file is not text: save it as CSV and choose it again.")


def _kind(columns: set[str]) -> tuple[str, Callable[[dict], object]]:
    if columns.issuperset(TIMELINESS):
        return "timeliness by month", _take_month
    if columns.issuperset(PARTICIPATION):
        return "participation by year", _take_year
    raise Refusal(
        "The file's columns are not known. The first line must hold "
        f"{', '.join(TIMELINESS)}, or {', '.join(PARTICIPATION)}."
    )


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


def _take_month(row: dict) -> None:
    try:
        month = date.fromisoformat(f"{row['month']}-01")
    except ValueError:
        raise ValueError(f"'{row['month']}' is not a month: write it like 2015-04.") from None
    year = ReportingYear.parse(row["year"])
    if ReportingYear.of(month) != year:
        raise ValueError(f"The month {row['month']} does not lie in the year {year}.")
    publish_month(
        month,
        reviews=_number(row["reviews"], "reviews"),
        in_timescale=_number(row["reviews_in_timescale"], "reviews in timescale"),
    )


def _take_year(row: dict) -> None:
    publish_year(
        ReportingYear.parse(row["year"]),
        reviews_aged_4_and_over=_number(
            row["reviews_aged_4_and_over"], "reviews of children aged 4 and over"
        ),
        participated=_number(row["participated"], "participated"),
        not_recorded=_number(row["not_recorded"], "not recorded"),
    )


def _number(text: str, noun: str) -> int:
    digits = text.replace(",", "")
    if not (digits.isascii() and digits.isdigit() and int(digits[:9]) <= MOST and len(digits) < 9):
        raise ValueError(f"'{text[:40]}' is not a number of {noun}: write it like 1911.")
    return int(digits)
