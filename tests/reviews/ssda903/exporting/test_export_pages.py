"""The return on its page: what is wrong with it, each with the way to put it right; the files."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.urls import reverse

from audit.models import Look
from tests.reviews.ssda903.exporting.returns import in_care, reviewed

PAGE = reverse("return_export", args=["2016-17"])
FILES = reverse("return_export_files", args=["2016-17"])


@pytest.fixture
def office(client_for, practice_manager):
    """The practice manager's browser."""
    return client_for(practice_manager)


def faults(name: str) -> str:
    return reverse("return_findings", args=["2016-17", name])


def _unpacked(answer) -> dict[str, bytes]:
    """The files of a download, by name."""
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_page_tells_what_is_wrong_and_how_much_is_in_the_files(office):
    reviewed(in_care(), date(2016, 10, 3))
    reviewed(in_care(), date(2016, 10, 4), participation_code="")
    page = office.get(PAGE).content.decode()
    assert "Not in the return until put right" in page
    assert f'href="{faults("participation")}"' in page
    assert "It cannot be handed in" not in page
    assert f'href="{FILES}"' in page
    rows = [(name, number) for name, number in office.get(PAGE).context["files"]]
    assert rows[:3] == [("Header.csv", 2), ("Episodes.csv", 2), ("Reviews.csv", 1)]


def test_each_fault_lists_its_records_with_the_page_that_mends_them(office):
    review = reviewed(in_care(), date(2016, 10, 4), participation_code="")
    page = office.get(faults("participation")).content.decode()
    assert str(review.child) in page
    assert "The review of 4 October 2016 has no participation code." in page
    assert f'href="{reverse("review", args=[review.pk])}"' in page


def test_a_list_of_faults_is_a_spreadsheet_too(office):
    review = reviewed(in_care(), date(2016, 10, 4), participation_code="")
    answer = office.get(reverse("return_findings_download", args=["2016-17", "participation"]))
    _, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row[:2] == [review.child.reference, str(review.child)]
    assert row[3].endswith(reverse("review", args=[review.pk]))


def test_a_fault_nobody_looks_for_has_no_page(office):
    assert office.get(faults("weather")).status_code == 404


def test_the_files_come_as_one_zip_and_it_is_kept_who_took_them(office, practice_manager):
    in_care()
    answer = office.get(FILES)
    files = _unpacked(answer)
    assert len(files) == 5
    assert files["Header.csv"].startswith(b"CHILD,SEX,DOB")
    assert files["Episodes.csv"].count(b"\r\n") == 2
    assert answer["Content-Disposition"] == 'attachment; filename="SSDA903-2016-17.zip"'
    look = Look.objects.get()
    assert (look.subject, look.subject_id, look.by) == ("return", 2016, practice_manager)


def test_a_return_that_cannot_be_handed_in_is_downloaded_only_all_the_same(office):
    in_care(placement="K3")
    page = office.get(PAGE).content.decode()
    assert "It cannot be handed in" in page
    assert f'href="{FILES}?anyway=yes"' in page
    assert f'href="{FILES}"' not in page
    refused = office.get(FILES)
    assert refused.status_code == 409
    assert not Look.objects.exists()
    assert b"K3" in _unpacked(office.get(f"{FILES}?anyway=yes"))["Episodes.csv"]


@pytest.mark.parametrize("name", ["return_export", "return_export_files"])
def test_a_year_that_has_not_begun_has_no_return(office, name):
    assert office.get(reverse(name, args=["2018-19"])).status_code == 404


def test_a_running_year_says_that_it_is_not_over(office):
    in_care()
    page = office.get(reverse("return_export", args=["2017-18"])).content.decode()
    assert "The year is not over: this is what the return would say on 20 July 2017." in page
    assert "The year is not over" not in office.get(PAGE).content.decode()


def test_a_page_of_faults_asks_the_same_of_many_as_of_one(office, django_assert_max_num_queries):
    for _ in range(8):
        reviewed(in_care(), date(2016, 10, 4), participation_code="")
    with django_assert_max_num_queries(12):
        office.get(faults("participation"))
