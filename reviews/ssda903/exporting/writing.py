"""The files of a return: all of them or none."""

import csv
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from reviews.ssda903.exporting.tables import TABLES, Table
from statute.reporting_year import ReportingYear

FILES = {table.name: f"{table.name}.csv" for table in TABLES}


def write_return(year: ReportingYear, folder: Path) -> dict[str, int]:
    """Write each table's file into the folder, which is made; how many rows each has.

    Written aside first: where something fails, the files of before stay. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".writing-") as aside:
        rows = _write_aside(year, Path(aside))
        for name in FILES.values():
            (Path(aside) / name).replace(folder / name)
    return rows


def write_zip(year: ReportingYear, into: IO[bytes]) -> dict[str, int]:
    """Write the same files as one ZIP; how many rows each has."""
    with tempfile.TemporaryDirectory() as aside, ZipFile(into, "w", ZIP_DEFLATED) as archive:
        rows = _write_aside(year, Path(aside))
        for name in FILES.values():
            archive.write(Path(aside) / name, name)
    return rows


def _write_aside(year: ReportingYear, folder: Path) -> dict[str, int]:
    return {table.name: _write(table, year, folder / FILES[table.name]) for table in TABLES}


def _write(table: Table, year: ReportingYear, path: Path) -> int:
    """One file: UTF-8 without a mark before it, lines ended by CR LF as the CSV standard has it."""
    counted = _Counted(table.rows(year))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows(counted)
        file.flush()
        os.fsync(file.fileno())
    return counted.number


class _Counted:
    """Rows, counted as they go by."""

    def __init__(self, rows: Iterator[tuple[str, ...]]):
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        for row in self.rows:
            self.number += 1
            yield row
