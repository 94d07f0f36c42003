"""Published reports are read by everybody, and tell nothing else."""

import gzip
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from cohort.models import Child, SocialWorker
from reporting import tasks
from reporting.actions import publish_report
from tests.editions import published_edition
from tests.factories import EditionFactory, ReportFactory, SocialWorkerFactory
from tests.reporting.figures_sample import some_of_everything

pytestmark = pytest.mark.django_db
NOW = datetime(2017, 7, 20, 9, 30, tzinfo=ZoneInfo("Europe/London"))
YEAR = ["2016-17"]
KEPT = "public, max-age=300"
PAGES = [
    ("public_reports", []),
    ("public_report", YEAR),
    ("public_edition", [*YEAR, 1]),
    ("public_childrens", YEAR),
    ("public_pdf", YEAR),
    ("public_edition_pdf", [*YEAR, 1]),
    ("public_childrens_pdf", YEAR),
    ("public_figures", YEAR),
    ("public_table", [*YEAR, "ages"]),
]
every_page = pytest.mark.parametrize(("name", "about"), PAGES, ids=[name for name, _ in PAGES])


def corrected():
    """A report with two editions."""
    first = published_edition()
    return published_edition(report=first.report, number=2, reason="A child was counted twice.")


@every_page
def test_a_page_costs_two_questions_at_most_and_leaves_no_trace(name, about):
    published_edition()
    with CaptureQueriesContext(connection) as asked:
        answer = Client().get(reverse(name, args=about))
    assert answer.status_code == 200
    assert len(asked) <= 2
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == KEPT
    assert "Cookie" not in answer.headers.get("Vary", "")


@every_page
def test_who_is_signed_in_gets_the_very_same_page(name, about, group_manager, client_for):
    published_edition()
    with CaptureQueriesContext(connection) as asked:
        answer = client_for(group_manager).get(reverse(name, args=about))
    assert answer.content == Client().get(reverse(name, args=about)).content
    assert answer.headers["Cache-Control"] == KEPT
    assert not [query for query in asked.captured_queries if "session" in query["sql"]]


@every_page
def test_who_has_a_page_already_is_told_that_it_is_the_same(name, about):
    published_edition()
    url = reverse(name, args=about)
    first = Client().get(url)
    again = Client().get(url, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = Client().get(url, headers={"if-modified-since": first.headers["Last-Modified"]})
    assert since.status_code == 304


@every_page
def test_nothing_can_be_sent_to_it(name, about):
    published_edition()
    assert Client().post(reverse(name, args=about)).status_code == 405


@pytest.mark.parametrize(("name", "about"), PAGES[1:], ids=[name for name, _ in PAGES[1:]])
def test_what_is_not_published_is_not_there(name, about):
    ReportFactory(approved=True)
    assert Client().get(reverse(name, args=about)).status_code == 404


def test_an_edition_or_table_that_is_none_is_not_there():
    published_edition()
    for name, about in (("public_edition", 2), ("public_table", "disputes")):
        assert Client().get(reverse(name, args=[*YEAR, about])).status_code == 404


def test_a_page_travels_small():
    published_edition()
    plain = Client().get(reverse("public_report", args=YEAR))
    small = Client().get(reverse("public_report", args=YEAR), headers={"accept-encoding": "gzip"})
    assert gzip.decompress(small.content) == plain.content
    url = reverse("public_report", args=YEAR)
    again = Client().get(
        url, headers={"accept-encoding": "gzip", "if-none-match": small.headers["ETag"]}
    )
    assert again.status_code == 304


def test_the_list_names_periods_editions_and_what_was_corrected():
    corrected()
    published_edition("2016-17-H1")
    page = Client().get(reverse("public_reports")).content.decode()
    assert "Annual report 2016/17" in page
    assert "Six-monthly report Apr to Sep 2016" in page
    assert "Edition 2, published on 18 July 2017" in page
    assert "A child was counted twice." in page
    assert "Demonstration County Council" in page


def test_before_anything_is_published_the_list_says_so():
    assert "No report is published yet" in Client().get(reverse("public_reports")).content.decode()


def test_the_latest_edition_is_shown_and_the_earlier_one_says_that_there_is_a_later():
    corrected()
    latest = Client().get(reverse("public_report", args=YEAR)).content.decode()
    assert "There is a later edition" not in latest
    assert "A child was counted twice." in latest
    earlier = Client().get(reverse("public_edition", args=[*YEAR, 1])).content.decode()
    assert "There is a later edition" in earlier
    assert Client().get(reverse("public_pdf", args=YEAR)).content == b"%PDF-1.7 public 2"
    first = reverse("public_edition_pdf", args=[*YEAR, 1])
    assert Client().get(first).content == b"%PDF-1.7 public 1"


def test_until_its_pdf_is_made_there_is_no_link_to_it_and_no_older_one_in_its_place():
    first = published_edition()
    published_edition(report=first.report, number=2, reason="Corrected.", made=False)
    page = Client().get(reverse("public_report", args=YEAR)).content.decode()
    assert reverse("public_pdf", args=YEAR) not in page
    assert "The PDF is being made" in page
    assert Client().get(reverse("public_pdf", args=YEAR)).status_code == 404


def test_an_edition_without_a_public_document_has_no_page():
    EditionFactory()
    assert Client().get(reverse("public_report", args=YEAR)).status_code == 404


def test_the_demonstration_says_that_it_is_one(settings):
    settings.DEMONSTRATION = True
    published_edition()
    for name, about in PAGES[:4]:
        page = Client().get(reverse(name, args=about)).content.decode()
        assert "Nothing here is about real children" in page


def test_nothing_of_a_case_or_of_the_service_is_in_it(group_manager, monkeypatch):
    monkeypatch.setattr(tasks.make_report, "delay", lambda _: None)
    some_of_everything()
    SocialWorkerFactory(name="Wilhelmina Worker")
    edition = publish_report(ReportFactory(approved=True), at=NOW, by=group_manager)
    names = {
        *(f"{one.first_name} {one.last_name}" for one in User.objects.all()),
        *(str(one) for one in Child.objects.all()),
        *SocialWorker.objects.values_list("name", flat=True),
        "Hidden",
    }
    tables = [("public_table", [*YEAR, "ages-table"])]
    for name, about in [*PAGES[:4], *PAGES[7:8], *tables]:
        answer = Client().get(reverse(name, args=about))
        page = answer.content.decode()
        assert not [one for one in names if one in page], name
        for inner in ("/children/", "/reviews/", "/reports/", "/disputes/", "/sign-in/"):
            assert f'href="{inner}' not in page
        assert "csrfmiddlewaretoken" not in page
    assert edition.number == 1
