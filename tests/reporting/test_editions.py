"""A report is published: its figures and words are frozen as a numbered edition."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.utils import InternalError

from iro_service.refusals import Refusal
from reporting import tasks
from reporting.actions import publish_report
from reporting.audience import Audience
from reporting.document import thawed
from reporting.figures import as_json, figures
from reporting.models import Edition, Making
from reporting.report import compose
from tests.factories import PassageFactory, ReportFactory, UserFactory
from tests.reporting.figures_sample import TODAY, sample, some_of_everything

NOW = datetime(2017, 7, 20, 9, 30, tzinfo=ZoneInfo("Europe/London"))
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def queued(monkeypatch):
    """What was put into the queue, instead of a queue."""
    jobs = []
    monkeypatch.setattr(tasks.make_report, "delay", jobs.append)
    return jobs


def approved(period: str = "2016-17"):
    """A report that may be published."""
    return ReportFactory(period=period, approved=True)


def reopened(report, why: str):
    """The report as it stands when a correction is ready to be published."""
    report.closed_at, report.correction = None, why
    report.save()
    return report


def test_publishing_freezes_figures_and_words_and_closes_the_report(group_manager):
    some_of_everything()
    report = approved()
    PassageFactory(report=report, section="practice", text="IROs met *every* child.")
    edition = publish_report(report, at=NOW, by=group_manager)
    edition.refresh_from_db()
    report.refresh_from_db()
    assert (edition.number, edition.reason, edition.published_by) == (1, "", group_manager)
    assert report.closed_at == NOW
    assert edition.figures == json.loads(as_json(figures("2016-17", on=TODAY)))
    assert set(edition.documents) == set(Audience.values)
    internal = thawed(edition.documents["internal"])
    assert internal.made.startswith("Edition 1, published on 20 July 2017. For those who")
    assert any("every" in section.html for section in internal.sections)
    assert json.loads(internal.figures) == edition.figures


def test_each_reader_gets_what_was_composed_for_them(group_manager):
    some_of_everything()
    edition = publish_report(approved(), at=NOW, by=group_manager)
    inside, outside = (json.dumps(edition.documents[one]) for one in ("internal", "public"))
    assert "Hidden" in inside
    assert "Hidden" not in outside


def test_publishing_asks_for_the_pdf_of_every_reader(
    group_manager, queued, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        edition = publish_report(approved(), at=NOW, by=group_manager)
    makings = Making.objects.filter(edition=edition)
    assert sorted(makings.values_list("audience", flat=True)) == sorted(Audience.values)
    assert sorted(queued) == sorted(makings.values_list("pk", flat=True))


def test_a_correction_is_the_next_edition_with_its_reason(group_manager):
    report = approved()
    publish_report(report, at=NOW, by=group_manager)
    report.refresh_from_db()
    second = publish_report(
        reopened(report, "Two reviews were counted twice"), at=NOW, by=group_manager
    )
    report.refresh_from_db()
    assert (second.number, second.reason) == (2, "Two reviews were counted twice")
    assert report.correction == ""
    assert thawed(second.documents["public"]).made.startswith(
        "Edition 2, published on 20 July 2017. Corrected: Two reviews were counted twice. This"
    )


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        ({"reviewed": True}, "not approved yet"),
        ({"closed": True}, "published already"),
        ({"approved": True, "period": "2017-18"}, "ends on 31 March 2018"),
    ],
)
def test_what_is_not_ready_is_refused(group_manager, report, sentence):
    with pytest.raises(Refusal, match=sentence):
        publish_report(ReportFactory(**report), at=NOW, by=group_manager)
    assert not Edition.objects.exists()


def test_a_correction_without_a_reason_is_refused(group_manager):
    report = approved()
    publish_report(report, at=NOW, by=group_manager)
    report.refresh_from_db()
    with pytest.raises(Refusal, match="give the reason"):
        publish_report(reopened(report, ""), at=NOW, by=group_manager)


def test_an_edition_is_never_changed(group_manager):
    edition = publish_report(approved(), at=NOW, by=group_manager)
    edition.reason = "Nicer"
    with pytest.raises(InternalError, match="editions_stay"):
        edition.save()


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_make_one_edition(council):
    report, person = approved(), UserFactory()

    def publish(_):
        try:
            return publish_report(report, at=NOW, by=person).number
        except Refusal as refused:
            return refused.sentence
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(publish, range(2)))
    assert Edition.objects.count() == 1
    assert 1 in answers
    assert any("published already" in str(one) for one in answers)


@pytest.mark.parametrize("audience", Audience.values)
def test_no_two_places_of_a_document_have_the_same_address(council, audience):
    document = compose(sample(), audience=audience)
    places = [
        *(section.id for section in document.sections),
        *(part.id for section in document.sections for part in section.subsections),
        *(table.id for table in document.tables),
        *(f"{chart.id}-figure" for chart in document.charts),
    ]
    assert sorted(places) == sorted(set(places))
