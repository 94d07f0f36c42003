"""The group manager presses a button, sees progress and opens the PDF."""

from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from iro_service.claims import REPORTS, claimed
from reporting import making, tasks
from reporting.models import Making, ReportFile
from reporting.pdf import PdfFault
from tests.claims import claimed_by_another
from tests.reporting.figures_sample import some_of_everything

pytestmark = pytest.mark.django_db
NOW = datetime(2017, 7, 20, 9, 30, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def queued(monkeypatch):
    """What was put into the queue, instead of a queue."""
    jobs = []
    monkeypatch.setattr(tasks.make_report, "delay", jobs.append)
    return jobs


def in_the_making(by, year="2016-17"):
    return Making.objects.create(period=year, asked_by=by, asked_at=NOW)


def test_pressing_the_button_shows_how_far_the_report_is(
    group_manager, client_for, queued, django_capture_on_commit_callbacks
):
    client = client_for(group_manager)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("report_make", args=["2016-17"]))
    report = Making.objects.get()
    assert answer.url == reverse("report_progress", args=[report.pk])
    assert queued == [report.pk]
    assert (report.asked_by, report.period) == (group_manager, "2016-17")
    page = client.get(answer.url).content.decode()
    assert "Waiting to start" in page
    assert f'data-poll-url="{reverse("report_state", args=[report.pk])}"' in page


def test_a_double_click_makes_one(group_manager, client_for, queued):
    client = client_for(group_manager)
    answers = [client.post(reverse("report_make", args=["2016-17"])) for _ in range(2)]
    assert Making.objects.count() == 1
    assert answers[0].url == answers[1].url


def test_a_queue_that_cannot_be_reached_loses_nothing(
    group_manager, client_for, monkeypatch, django_capture_on_commit_callbacks
):
    def unreachable(pk):
        raise ConnectionError

    monkeypatch.setattr(tasks.make_report, "delay", unreachable)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_for(group_manager).post(reverse("report_make", args=["2016-17"]))
    assert answer.status_code == 302
    asked_again = []
    monkeypatch.setattr(tasks.make_report, "delay", asked_again.append)
    tasks.resume_reports()
    assert asked_again == [Making.objects.get().pk]


def test_the_job_makes_the_pdf_and_keeps_its_figures(group_manager, client_for):
    some_of_everything()
    report = in_the_making(group_manager)
    tasks.make_report(report.pk)
    report.refresh_from_db()
    assert (report.percent, report.figures["timeliness"]["by_year"][2]["reviews"]) == (100, 12)
    client = client_for(group_manager)
    assert (
        reverse("report_pdf", args=[report.pk])
        in client.get(reverse("report_state", args=[report.pk])).content.decode()
    )
    answer = client.get(reverse("report_pdf", args=[report.pk]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        'inline; filename="IRO-annual-report-2016-17.pdf"'
    )
    assert len(PdfReader(BytesIO(b"".join(answer.streaming_content))).pages) > 8


def test_the_job_run_twice_makes_one(group_manager):
    report = in_the_making(group_manager)
    tasks.make_report(report.pk)
    made_at = Making.objects.get().made_at
    tasks.make_report(report.pk)
    assert Making.objects.get().made_at == made_at
    assert ReportFile.objects.count() == 1


def test_two_workers_at_once_make_one(group_manager, monkeypatch):
    report = in_the_making(group_manager)
    with claimed_by_another(REPORTS, report.pk):
        tasks.make_report(report.pk)
        assert Making.objects.get().made_at is None
        with claimed(REPORTS, report.pk) as mine:
            assert not mine
    with claimed(REPORTS, report.pk) as mine:
        assert mine


def test_progress_is_kept_as_it_goes(group_manager, monkeypatch):
    seen = []
    printed = making.printed

    def watched(document, progress, attached):
        progress("Laying out page 7")
        seen.append(Making.objects.get())
        return printed(document, progress, attached)

    monkeypatch.setattr(making, "printed", watched)
    tasks.make_report(in_the_making(group_manager).pk)
    assert seen[0].step == "Laying out page 7"
    assert 20 < seen[0].percent < 100


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PdfFault("The fonts are not built: run make setup."), "The fonts are not built"),
        (RuntimeError("secret detail"), "Something went wrong while the report was made"),
    ],
)
def test_a_failure_leaves_a_sentence_and_can_be_tried_again(
    group_manager, client_for, queued, monkeypatch, error, sentence
):
    def broken(*_):
        raise error

    monkeypatch.setattr(making, "render_pdf", lambda *_, **__: broken())
    report = in_the_making(group_manager)
    tasks.make_report(report.pk)
    client = client_for(group_manager)
    page = client.get(reverse("report_progress", args=[report.pk])).content.decode()
    assert sentence in page
    assert "secret detail" not in page
    assert "data-poll-url" not in page
    assert not ReportFile.objects.exists()
    client.post(reverse("report_make", args=["2016-17"]))
    assert Making.objects.in_the_making().count() == 1


def test_the_first_page_lists_the_years_and_the_reports(group_manager, client_for):
    made = in_the_making(group_manager, "2017-18")
    page = client_for(group_manager).get(reverse("reports")).content.decode()
    assert "As at 31 March 2017" in page
    assert "Not over: as at 20 July 2017" in page
    assert "2015-16" not in page
    assert page.count("Make a PDF") == 1
    assert reverse("report_progress", args=[made.pk]) in page


def test_more_reports_cost_no_more_questions(group_manager, client_for):
    client = client_for(group_manager)

    def count():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("reports"))
        return len(asked)

    empty = count()
    for _ in range(3):
        Making.objects.create(
            period="2016-17", asked_by=group_manager, asked_at=NOW, made_at=NOW, figures={}
        )
    assert count() <= empty + 1  # the rows of the page, beside their count


def test_the_practice_manager_reads_reports_and_makes_none(practice_manager, client_for):
    client = client_for(practice_manager)
    assert "Make a PDF" not in client.get(reverse("reports")).content.decode()
    assert client.post(reverse("report_make", args=["2016-17"])).status_code == 403
    assert client.get(reverse("report_year", args=["2016-17"])).status_code == 200


def test_an_iro_has_no_reports_page(iro, client_for):
    assert client_for(iro).get(reverse("reports")).status_code == 403


def test_looking_changes_nothing(group_manager, client_for):
    assert (
        client_for(group_manager).get(reverse("report_make", args=["2016-17"])).status_code == 405
    )
    assert not Making.objects.exists()


@pytest.mark.parametrize("year", ["2016-18", "2018-19"])
def test_a_year_that_is_none_or_has_not_begun_has_no_page(group_manager, client_for, year):
    assert client_for(group_manager).get(f"/reports/{year}/").status_code == 404


def test_a_report_of_a_year_to_come_is_refused(group_manager, client_for):
    answer = client_for(group_manager).post(reverse("report_make", args=["2018-19"]))
    assert answer.status_code == 409
    assert "has not begun" in answer.content.decode()


def test_the_page_and_the_pdf_come_from_the_same_template(group_manager, client_for):
    some_of_everything()
    answer = client_for(group_manager).get(reverse("report_year", args=["2016-17"]))
    page = answer.content.decode()
    assert "reporting/report.html" in [template.name for template in answer.templates]
    assert "Reviews held and in timescale, by month" in page
    assert page.count("<h1") == 1


def test_what_a_page_queues_goes_to_the_services_own_broker(settings):
    assert tasks.make_report.app.conf.broker_url == settings.CELERY_BROKER_URL
