"""Lines into records: within quotation marks a cell may have line breaks."""

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator

# A mark that nobody closed is not let swallow the rest of the file.
LONGEST_IN_LINES = 20


def records(
    lines: Iterable[str], *, is_whole: Callable[[str], bool] = bool
) -> Iterator[tuple[int, str]]:
    """Each record with the line it begins on, the first line being 1.

    Lines are joined only to a record that is whole: a mark too many spoils its own line alone.
    """
    source = iter(lines)
    waiting: deque[str] = deque()
    at = 1
    while True:
        line = waiting.popleft() if waiting else next(source, None)
        if line is None:
            return
        rest = _rest(line, waiting, source)
        if rest and not is_whole("".join([line, *rest]).rstrip("\r\n")):
            waiting.extendleft(reversed(rest))
            rest = []
        yield at, "".join([line, *rest]).rstrip("\r\n")
        at += 1 + len(rest)


def _rest(line: str, waiting: deque[str], source: Iterator[str]) -> list[str]:
    """The lines that belong to a record with this first line; they are taken from the others."""
    if line.count('"') % 2 == 0:
        return []
    more: list[str] = []
    while len(more) < LONGEST_IN_LINES:
        following = waiting.popleft() if waiting else next(source, None)
        if following is None:
            break
        more.append(following)
        if following.count('"') % 2:
            return more
    waiting.extendleft(reversed(more))
    return []


def cells(record: str, separator: str) -> list[str] | None:
    """The cells, trimmed; None where the record cannot be told into cells."""
    if '"' not in record:
        return [cell.strip() for cell in record.split(separator)]
    try:
        (parts,) = csv.reader([record], delimiter=separator)
    except (csv.Error, ValueError):
        return None
    return [cell.strip() for cell in parts]
