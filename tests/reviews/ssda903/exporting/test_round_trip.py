"""What came in goes out again, and what went out comes in: the same rows, whatever their order."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from reviews.ssda903.exporting.writing import FILES
from statute.reporting_year import ReportingYear
from tests.copies import connected_to
from tests.reviews.ssda903.exporting.returns import read, written
from tests.ssda903.made_up import Returns
from tests.ssda903.validator import rules_failing
from tests.ssda903.wild import Wild

YEARS = range(2014, 2017)


def bring_in(folder: Path, rejects: Path) -> list[list[str]]:
    """Import a folder; the rows that came back."""
    call_command("import_ssda903", str(folder), rejects=str(rejects), stdout=StringIO())
    with rejects.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file))[1:]


def given(folder: Path, table: str, year: int) -> list[list[str]]:
    """The rows of a table and year as they were made up."""
    with (folder / f"{table}_{year}.csv").open(newline="") as file:
        return sorted(list(csv.reader(file))[1:])


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [31, 32])
def test_what_came_in_comes_out_equal(tmp_path, council, seed):
    folder = tmp_path / "in"
    folder.mkdir()
    Returns(seed, 120, YEARS).write(folder)
    assert bring_in(folder, tmp_path / "rejects.csv") == []
    for year in YEARS:
        out = written(tmp_path / f"{year}", ReportingYear(year))
        for table in FILES:
            assert sorted(out[table]) == given(folder, table, year), (table, year)
        assert rules_failing(tmp_path / f"{year}", ReportingYear(year))["failing"] == {}


@pytest.fixture(scope="module")
def demonstrations_return(demonstration_database, django_db_blocker, tmp_path_factory):
    """The folder the demonstration's return was written to."""
    folder = tmp_path_factory.mktemp("demonstration")
    with django_db_blocker.unblock(), connected_to(demonstration_database):
        written(folder)
    return folder


@pytest.mark.django_db
def test_what_went_out_comes_in_and_goes_out_equal(demonstrations_return, tmp_path, council):
    assert bring_in(demonstrations_return, tmp_path / "rejects.csv") == []
    out = tmp_path / "again"
    again = written(out)
    assert len(again["Episodes"]) > 1000
    assert again == read(demonstrations_return)
    for name in FILES.values():
        assert (out / name).read_bytes() == (demonstrations_return / name).read_bytes()


@pytest.mark.django_db
def test_what_was_taken_of_a_folder_nobody_has_seen_passes_dfe_s_rules(tmp_path, council, a_day):
    a_day("2026-11-23")
    folder = tmp_path / "in"
    folder.mkdir()
    Wild(41, 350).write(folder)
    assert bring_in(folder, tmp_path / "rejects.csv") != []
    told = 0
    for begins_in in (2017, 2019, 2021, 2023, 2024, 2025):
        year = ReportingYear(begins_in)
        written(tmp_path / f"{year}", year)
        said = rules_failing(tmp_path / f"{year}", year)
        assert (said["failing"], said["not_run"]) == ({}, []), year
        told += said["rows"]["Reviews"]
    assert told > 50
