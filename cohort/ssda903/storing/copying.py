"""Rows go to the database with one COPY a table, as they are read; none is held here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from cohort.ssda903.checking.columns import Fault
from cohort.ssda903.checking.rows import child_in, values_of
from cohort.ssda903.reading.recognising import TableFile
from cohort.ssda903.reading.records import cells
from cohort.ssda903.staging import EPISODES, REVIEWS, Table
from statute.reporting_year import ReportingYear

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass
class Copied:
    """A file that was copied, and what is to be known of it."""

    place: int
    source: TableFile
    empty: int = 0  # rows with nothing in them
    years: Counter[ReportingYear] = field(default_factory=Counter)

    @property
    def table(self) -> Table:
        """The table it is."""
        return self.source.table


def copy_in(cursor, table: Table, files: Sequence[Copied], *, on: date) -> None:
    """Copy the rows of the files of one table to where they wait."""
    columns = ("file", "line", "row", "at_column", "reason", *table.names)
    rows = (row for file in files for row in _waiting(file, on))
    copy_rows(cursor, table.waits_in, columns, rows)
    if table is not REVIEWS:
        cursor.execute(f"CREATE INDEX ON {table.waits_in} (child)")
    cursor.execute(f"ANALYZE {table.waits_in}")


def copy_rows(cursor, into: str, columns: Iterable[str], rows: Iterable[Sequence]) -> None:
    """COPY any rows into a table; None is NULL."""
    lines = map(as_line, rows)
    command = f"COPY {into} ({', '.join(columns)}) FROM STDIN"
    cursor.copy_expert(command, Stream(lines))


class Stream:
    """Lines as the file that COPY reads."""

    def __init__(self, lines: Iterator[str]):
        self.lines = lines
        self.left = ""

    def read(self, size: int) -> str:
        """About so many characters; "" at the end."""
        parts, length = [self.left], len(self.left)
        while length < size and (line := next(self.lines, None)):
            parts.append(line)
            length += len(line)
        found = "".join(parts)
        self.left = found[size:]
        return found[:size]


def as_line(row: Iterable) -> str:
    """A row as COPY reads it."""
    return "\t".join(map(_as_text, row)) + "\n"


def _as_text(value) -> str:
    if value is None:
        return "\\N"
    return value.translate(ESCAPES) if isinstance(value, str) else str(value)


def _waiting(file: Copied, on: date) -> Iterator[tuple]:
    """Each row as it waits: what it says, or why it is wrong."""
    table, source = file.table, file.source
    nothing = (None,) * (len(table.names) - 1)
    for line, record in source.rows():
        parts = cells(record, source.separator)
        if parts is not None and not any(parts):
            file.empty += 1
            continue
        row = record.replace("\ufeff", "")
        named: dict[str, str] = {}
        try:
            named = _named(source, parts)
            values = values_of(table, named, on=on)
        except Fault as fault:
            yield (
                file.place,
                line,
                row,
                fault.column,
                fault.sentence,
                child_in(table, named),
                *nothing,
            )
            continue
        _count_years(file, values)
        yield file.place, line, row, None, None, *values


def _named(source: TableFile, parts: list[str] | None) -> dict[str, str]:
    """The cells by the names of their columns; raises Fault where they are too few or too many."""
    if parts is None:
        raise Fault("", "The row cannot be told into cells: look at its quotation marks.")
    if len(parts) < source.width or any(parts[source.width :]):
        number = "1 cell" if len(parts) == 1 else f"{len(parts)} cells"
        raise Fault("", f"The row has {number}, and the file has {source.width} columns.")
    return {name: parts[place] for name, place in source.places.items()}


def _count_years(file: Copied, values: list) -> None:
    """Count in which reporting years the dates lie that tell what year a file is of."""
    if file.table is REVIEWS:
        file.years[ReportingYear.of(values[2])] += 1
    elif file.table is EPISODES:
        # A return holds the episodes that touch its year: they end in it, if they do.
        ended = values[7]
        file.years[ReportingYear.of(ended or values[1])] += 1
