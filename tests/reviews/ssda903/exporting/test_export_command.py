"""The return from the command line: all of its files or none, and what was found said aloud."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reviews.ssda903.exporting.snapshot import one_snapshot
from reviews.ssda903.exporting.tables import TABLES
from reviews.ssda903.exporting.writing import write_return
from tests.factories import ChildFactory
from tests.reviews.ssda903.exporting.returns import YEAR, in_care, read, reviewed

pytestmark = pytest.mark.django_db
NAMES = ["Episodes.csv", "Header.csv", "PrevPerm.csv", "Reviews.csv", "UASC.csv"]


def export(folder, *options, year="2016-17") -> tuple[str, str]:
    """What the command says, and what it says aside."""
    out, err = StringIO(), StringIO()
    call_command("export_ssda903", year, str(folder), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_five_files_are_written_into_a_folder_that_is_made(tmp_path):
    reviewed(in_care(), date(2016, 10, 3))
    folder = tmp_path / "returns" / "2016-17"
    said, _ = export(folder)
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert said.splitlines() == [
        "Header.csv: 1 row",
        "Episodes.csv: 1 row",
        "Reviews.csv: 1 row",
        "UASC.csv: 0 rows",
        "PrevPerm.csv: 0 rows",
    ]


def test_the_files_are_utf_8_with_the_return_s_columns_and_its_line_ends(tmp_path):
    in_care(child=ChildFactory(reference="Zoë, 1"))
    export(tmp_path)
    assert (tmp_path / "Header.csv").read_bytes() == (
        b'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n"Zo\xc3\xab, 1",2,14/05/2008,WBRI,,,\r\n'
    )
    heads = {(tmp_path / f"{one.name}.csv").read_text().splitlines()[0] for one in TABLES}
    assert heads == {",".join(one.columns) for one in TABLES}


def test_the_same_records_give_the_same_files(tmp_path):
    for _ in range(3):
        reviewed(in_care(), date(2016, 10, 3))
    export(tmp_path / "one")
    export(tmp_path / "two")
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_reviews_held_back_are_counted_aloud_and_named(tmp_path):
    children = [ChildFactory(reference=f"R{n:02}") for n in range(12)]
    reviews = [
        reviewed(in_care(child=child), date(2016, 10, 3), participation_code="")
        for child in children
    ]
    _, aside = export(tmp_path)
    assert "Reviews without a participation code: 12." in aside
    assert "R00: The review of 3 October 2016 has no participation code." in aside
    assert f"/reviews/{reviews[0].pk}/" in aside
    assert "and 2 more" in aside
    assert read(tmp_path)["Reviews"] == []


def test_a_code_of_another_year_keeps_the_return_from_being_written(tmp_path):
    child = in_care(placement="K3", child=ChildFactory(reference="R77")).child
    (tmp_path / "Header.csv").write_text("of before")
    with pytest.raises(CommandError, match="Nothing was written") as refused:
        export(tmp_path)
    assert refused.value.returncode == 1
    assert (tmp_path / "Header.csv").read_text() == "of before"
    assert [path.name for path in tmp_path.iterdir()] == ["Header.csv"]

    _, aside = export(tmp_path, "--anyway")
    assert "R77: The placement from 5 September 2016 is K3. http://127.0.0.1:8000" in aside
    assert f"/children/{child.pk}/" in aside
    assert read(tmp_path)["Episodes"][0][5] == "K3"


@pytest.mark.parametrize(
    ("year", "sentence"),
    [("2016", "is not a reporting year"), ("2016-18", "is not"), ("2018-19", "has not begun")],
)
def test_a_wrong_year_gets_a_sentence(tmp_path, year, sentence):
    with pytest.raises(CommandError, match=sentence):
        export(tmp_path, year=year)


def test_a_place_that_cannot_be_written_gets_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="cannot be written to: "):
        export(tmp_path / "file")


def test_a_write_that_breaks_off_leaves_the_files_of_before(tmp_path, monkeypatch):
    in_care()
    write_return(YEAR, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    in_care()
    written = iter(range(3))

    def full(_):
        if next(written, None) is None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_return(YEAR, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_return_takes_as_many_questions_for_many_children_as_for_one(
    tmp_path, django_assert_num_queries
):
    for _ in range(5):
        reviewed(in_care(), date(2016, 10, 3))
    with django_assert_num_queries(len(TABLES)):
        write_return(YEAR, tmp_path)


@pytest.mark.django_db(transaction=True)
def test_the_tables_are_of_one_moment(tmp_path):
    in_care()
    with one_snapshot():
        write_return(YEAR, tmp_path / "before")
        _in_another_connection("UPDATE cohort_episode SET started_on = '2017-04-01'")
        write_return(YEAR, tmp_path / "after")
    assert read(tmp_path / "after") == read(tmp_path / "before")
    write_return(YEAR, tmp_path / "later")
    assert read(tmp_path / "later")["Episodes"] == []


def _in_another_connection(statement: str) -> None:
    from django.db import connection

    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(statement)
    finally:
        other.close()
