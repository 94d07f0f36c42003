"""A manager brings in a register: the kinds, the file, which column is which."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cohort.models import Child, ImportFile, ImportRun
from reviews.importing.tables import open_table
from reviews.tasks import carry_out_import
from tests.factories import ChildFactory
from tests.reviews.importing.test_tables import workbook

pytestmark = pytest.mark.django_db
CHILDREN = "Ref,Forename,Surname,Colour\nC1,Ella,Brown,red\nC2,Tom,Green,blue\n"


@pytest.fixture
def client(client_for, practice_manager):
    """The practice manager's browser."""
    return client_for(practice_manager)


@pytest.fixture
def hand_in(client):
    """Hand in a file, and give the page that asks for its columns."""

    def post(content, name="children.csv", kind="children"):
        data = content.encode() if isinstance(content, str) else content
        file = SimpleUploadedFile(name, data)
        return client.post(reverse("import_new", args=[kind]), {"file": file}, follow=True)

    return post


def errors(response) -> list[str]:
    """The sentences at the head of the page."""
    return [sentence for one in response.context["form"].errors.values() for sentence in one]


def words(response) -> str:
    """The page's text with its white space made plain."""
    return " ".join(response.content.decode().split())


def test_the_page_says_what_can_be_brought_in_and_offers_an_empty_file(client):
    text = words(client.get(reverse("imports")))
    assert "Nothing has been imported yet." in text
    for kind in ("reviews", "children", "people", "allocations", "teams"):
        assert reverse("import_new", args=[kind]) in text
        empty = client.get(reverse("import_template", args=[kind]))
        headings, rows = open_table(empty.content)
        assert list(rows) == []
        asked = client.get(reverse("import_new", args=[kind])).context["register"]
        assert headings == [column.label for column in asked.columns]


def test_an_empty_file_filled_in_needs_no_matching(hand_in, client):
    for kind in ("reviews", "children", "people", "allocations", "teams"):
        empty = client.get(reverse("import_template", args=[kind]) + "?as=xlsx").content
        asked = hand_in(empty, name=f"{kind}.xlsx", kind=kind)
        columns = asked.context["form"].register.columns
        assert asked.context["form"].initial == {one.name: one.label for one in columns}


def test_a_file_waits_until_its_columns_are_matched(hand_in, client):
    asked = hand_in(CHILDREN)
    run = ImportRun.objects.get()
    assert asked.redirect_chain == [(reverse("import_columns", args=[run.pk]), 302)]
    assert asked.context["form"].initial == {"given_name": "Forename", "family_name": "Surname"}
    assert "In the file: Ella; Tom" in words(asked)
    assert "red; blue" in words(asked)
    assert "To match" in words(client.get(reverse("imports")))
    assert (run.columns, run.finished_at) == ({}, None)


def test_what_is_needed_is_asked_for_and_what_was_selected_stays(hand_in, client):
    hand_in(CHILDREN)
    address = reverse("import_columns", args=[ImportRun.objects.get().pk])
    answer = client.post(address, {"given_name": "Forename", "family_name": "Forename"})
    assert errors(answer) == [
        "“Forename” is selected for another: given name",
        "Select the column that holds: child's reference",
    ]
    assert answer.context["form"]["given_name"].value() == "Forename"
    answer = client.post(address, {"child": "Ref"})
    assert errors(answer)[0].startswith("Select a column for one of these: given name, family")
    answer = client.post(address, {"child": "Nothing", "given_name": "Forename"})
    assert "Select a column of the file" in errors(answer)
    assert ImportRun.objects.get().columns == {}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\xd0\xcf\x11\xe0", "This is a workbook of an old kind (.xls). Save it as .xlsx or CSV."),
        (b"PK\x03\x04", "The workbook cannot be read. Open it, save it as .xlsx again, "),
    ],
)
def test_a_file_that_is_no_table_is_refused(hand_in, content, sentence):
    answer = hand_in(content)
    assert errors(answer)[0].startswith(sentence[:40])
    assert not ImportRun.objects.exists()


def test_no_file_at_all_is_asked_for(client):
    assert errors(client.post(reverse("import_new", args=["people"]))) == ["Choose a file"]
    assert client.get(reverse("import_new", args=["ssda903"])).status_code == 404
    assert client.get(reverse("import_new", args=["dinosaurs"])).status_code == 404


def test_of_a_workbook_with_several_sheets_one_is_chosen(hand_in, client):
    content = workbook(Notes=[["Read me"]], Names=[["Reference", "Surname"], ["C1", "Brown"]])
    asked = hand_in(content, name="children.xlsx")
    assert "Which sheet holds the rows?" in words(asked)
    address = asked.redirect_chain[-1][0]
    assert errors(client.post(address, {"sheet": "Elsewhere"})) == ["Select a sheet"]
    asked = client.post(address, {"sheet": "Names"}, follow=True)
    assert asked.context["form"].initial == {"child": "Reference", "family_name": "Surname"}
    looked = client.post(
        asked.redirect_chain[-1][0], {"child": "Reference", "family_name": "Surname"}
    )
    run = ImportRun.objects.get()
    assert looked.headers["location"] == reverse("import_run", args=[run.pk])
    assert run.columns["sheet"] == "Names"


def test_looking_changes_nothing_and_importing_does(hand_in, client):
    child = ChildFactory(reference="C1", given_name="Child", family_name="C1")
    hand_in(CHILDREN)
    run = ImportRun.objects.get()
    matched = {"child": "Ref", "given_name": "Forename", "family_name": "Surname"}
    address = reverse("import_columns", args=[run.pk])
    client.post(address, matched)
    carry_out_import(run.pk)
    run.refresh_from_db()
    child.refresh_from_db()
    assert (run.dry_run, str(child)) == (True, "Child C1")
    said = {"read": 2, "added": 0, "changed": 1, "unchanged": 0, "rejected": 1}
    assert list(run.summary["counts"].values()) == [said]
    # Matched anew it is another run: what was looked at stays as it was.
    answer = client.post(address, {**matched, "import": "Import"})
    done = ImportRun.objects.exclude(pk=run.pk).get()
    carry_out_import(done.pk)
    done.refresh_from_db()
    child.refresh_from_db()
    assert answer.headers["location"] == reverse("import_run", args=[done.pk])
    assert (done.dry_run, str(child)) == (False, "Ella Brown")
    assert list(done.summary["counts"].values()) == [said]
    told = words(client.get(answer.headers["location"]))
    assert "No child here has the reference C2." in told
    listed = words(client.get(reverse("imports")))
    assert "Looked only" in listed
    assert "Imported" in listed
    # The file itself is gone: what it held is in the records, or handed back.
    assert not done.files.filter(part=ImportFile.Part.GIVEN).exists()
    assert client.get(reverse("import_columns", args=[done.pk])).status_code == 404


def test_what_was_looked_at_is_imported_from_its_own_page(hand_in, client):
    ChildFactory(reference="C1", given_name="Child", family_name="C1")
    hand_in(workbook(Names=[["Reference", "Surname"], ["C1", "Brown"]]), name="children.xlsx")
    looked = ImportRun.objects.get()
    matched = {"child": "Reference", "family_name": "Surname"}
    client.post(reverse("import_columns", args=[looked.pk]), matched)
    carry_out_import(looked.pk)
    page = words(client.get(reverse("import_run", args=[looked.pk])))
    assert f'href="{reverse("import_columns", args=[looked.pk])}">Match the columns again' in page
    client.post(reverse("import_carry_out", args=[looked.pk]))
    done = ImportRun.objects.exclude(pk=looked.pk).get()
    assert done.columns["matched"] == matched
    carry_out_import(done.pk)
    assert Child.objects.get().family_name == "Brown"


def test_the_same_headings_are_matched_as_they_were_the_last_time(hand_in, client):
    hand_in(CHILDREN)
    matched = {"child": "Ref", "given_name": "Colour", "family_name": "Surname"}
    client.post(reverse("import_columns", args=[ImportRun.objects.get().pk]), matched)
    again = hand_in(CHILDREN.replace("Tom", "Thomas"))
    assert again.context["form"].initial == matched
    other = hand_in(CHILDREN.replace("Colour", "Hue"))
    assert other.context["form"].initial == {"given_name": "Forename", "family_name": "Surname"}


def test_the_list_asks_as_much_for_many_imports_as_for_few(
    hand_in, client, practice_manager, django_assert_num_queries
):
    def add(number):
        for _ in range(number):
            run = ImportRun.objects.create(
                kind="teams",
                asked_by=practice_manager,
                asked_at=datetime(2017, 7, 20, 9, tzinfo=UTC),
                columns={"matched": {}},
            )
            ImportFile.objects.create(run=run, part="given", name="t.csv", content=b"Team")

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    add(2)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse("imports"))
    add(10)
    with django_assert_num_queries(len(few)):
        client.get(reverse("imports"))
