"""A small council's year on its way out, and the files it comes out as."""

import csv
from datetime import date
from pathlib import Path

from reviews.ssda903.exporting.tables import TABLES
from reviews.ssda903.exporting.writing import FILES, write_return
from statute.reporting_year import ReportingYear
from tests.factories import EpisodeFactory, HeldReviewFactory, PeriodFactory

YEAR = ReportingYear(2016)


def rows_of(table: str, year: ReportingYear = YEAR) -> list[dict[str, str]]:
    """The rows a table's file would have, by column."""
    (one,) = (one for one in TABLES if one.name == table)
    return [dict(zip(one.columns, row, strict=True)) for row in one.rows(year)]


def written(folder: Path, year: ReportingYear = YEAR) -> dict[str, list[list[str]]]:
    """The files as they lie in the folder, by table."""
    write_return(year, folder)
    return read(folder)


def read(folder: Path) -> dict[str, list[list[str]]]:
    """The rows of the return in a folder, by table, without their heads."""
    files = {}
    for table, name in FILES.items():
        with (folder / name).open(newline="", encoding="utf-8") as file:
            files[table] = list(csv.reader(file))[1:]
    return files


def in_care(*, since: date = date(2016, 9, 5), until: date | None = None, child=None, **episode):
    """A period of care with one episode, of a child who is new unless given."""
    of = {"child": child} if child else {}
    period = PeriodFactory(started_on=since, ended_on=until, **of)
    EpisodeFactory(period=period, **episode)
    return period


def reviewed(period, held_on: date, **facts):
    """A review of that period, held on its due day."""
    return HeldReviewFactory(period=period, held_on=held_on, due_on=held_on, **facts)
