"""A return of as many children as asked, written row by row: four episodes and ten reviews each."""

import csv
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

from tests.ssda903.made_up import COLUMNS, written

EPISODES_A_CHILD, REVIEWS_A_CHILD = 4, 10
FROM, SPREAD = date(2014, 4, 1), 60  # care begins on one of so many days


def write_large(folder: Path, children: int) -> None:
    """Header, Episodes and Reviews, good in every row."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as open_files:
        write = {
            table: _writer(open_files, folder, table) for table in ("Header", "Episodes", "Reviews")
        }
        for number in range(children):
            _child(write, number)


def _writer(open_files: ExitStack, folder: Path, table: str):
    file = open_files.enter_context((folder / f"{table}.csv").open("w", newline=""))
    writer = csv.writer(file)
    writer.writerow(COLUMNS[table].split())
    return writer


def _child(write: dict, number: int) -> None:
    reference = f"L{number:07}"
    born = date(2003, 1, 1) + timedelta(days=number % 2500)  # 4 by the first review
    began = FROM + timedelta(days=number % SPREAD)
    write["Header"].writerow((reference, "12"[number % 2], written(born), "WBRI", "UN1", "0", ""))
    for nth in range(EPISODES_A_CHILD):
        is_last = nth == EPISODES_A_CHILD - 1
        since, until = (began + timedelta(days=240 * n) for n in (nth, nth + 1))
        care = ("P" if nth else "S", "C2", "N1", "U4", "PR1")
        end = ("", "") if is_last else (written(until), "X1")
        where = ("WR1 1AA", "WR5 2BB", "SC000001")
        write["Episodes"].writerow((reference, written(since), *care, *end, "", *where))
    for nth in range(REVIEWS_A_CHILD):
        day = began + timedelta(days=20 + 100 * nth)
        write["Reviews"].writerow((reference, written(born), written(day), f"PN{1 + nth % 7}"))
