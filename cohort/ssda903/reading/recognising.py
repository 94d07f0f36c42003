"""A table is known by its columns, whatever its file is called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cohort.ssda903.reading.decoding import lines_of
from cohort.ssda903.reading.files import Given, why_not_text
from cohort.ssda903.reading.records import cells, records
from cohort.ssda903.staging import EPISODES, HEADER, PREV_PERM, REVIEWS, TABLES, UASC, Table

SEPARATORS = (",", ";", "\t", "|")
# The column only this table has, and those it cannot do without.
KNOWN_BY = {
    EPISODES: "DECOM",
    REVIEWS: "REVIEW",
    UASC: "DUC",
    PREV_PERM: "PREV_PERM",
    HEADER: "ETHNIC",
}
NEEDS = {
    EPISODES: ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "DEC", "REC"),
    REVIEWS: ("CHILD", "REVIEW", "REVIEW_CODE"),
    UASC: ("CHILD", "DUC"),
    PREV_PERM: ("CHILD", "PREV_PERM"),
    HEADER: ("CHILD", "SEX", "DOB", "ETHNIC"),
}
ALL_NAMES = {name.upper() for table in TABLES for name in table.names}


@dataclass(frozen=True)
class TableFile:
    """A file that is a table of the return."""

    given: Given
    table: Table
    separator: str
    width: int  # cells in its first line
    places: dict[str, int]  # of the table's columns it has, by name in capitals

    def rows(self) -> Iterator[tuple[int, str]]:
        """Each record below the columns' names with the line it begins on, but blank lines."""
        waiting = _but_blank(self.given, self._is_whole)
        next(waiting)
        yield from waiting

    def _is_whole(self, record: str) -> bool:
        return len(cells(record, self.separator) or []) >= self.width


def recognise(file: Given) -> TableFile | str:
    """What table the file is; where it is none, a sentence that says why it was not read."""
    if sentence := why_not_text(file):
        return sentence
    _, first = next(_but_blank(file), (0, ""))
    if not first:
        return f"{file.name} is empty."
    separator, names = _names(first)
    table = next((one for one, name in KNOWN_BY.items() if name in names), None)
    if table is None:
        return f"{file.name} was not read: its columns are those of no table this service reads."
    if lacking := [name for name in NEEDS[table] if name not in names]:
        columns = "column " if len(lacking) == 1 else "columns "
        return (
            f"{file.name} was not read: it looks like the table {table.name} but has no "
            f"{columns}{' or '.join(lacking)}."
        )
    places = {
        name.upper(): names.index(name.upper()) for name in table.names if name.upper() in names
    }
    return TableFile(file, table, separator, len(names), places)


def _but_blank(file: Given, is_whole: Callable[[str], bool] = bool) -> Iterator[tuple[int, str]]:
    every = records(lines_of(file), is_whole=is_whole)
    return ((line, record) for line, record in every if record.strip())


def _names(first: str) -> tuple[str, list[str]]:
    """The separator that gives most names the return knows, and the names in capitals."""
    ways = [(one, [name.upper() for name in cells(first, one) or []]) for one in SEPARATORS]
    return max(ways, key=lambda way: len(ALL_NAMES.intersection(way[1])))
