"""An edition's PDFs are made of what was frozen, and carry its data."""

import csv
import json
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import Role, User
from cohort.models import PeriodOfCare
from iro_service.claims import REPORTS
from reporting import making, tasks
from reporting.actions import ask_for_edition, publish_report
from reporting.attaching import attachments
from reporting.audience import Audience
from reporting.document import thawed
from reporting.figures import as_json
from reporting.models import Making, Report, ReportFile
from reporting.withheld import WITHHELD
from reviews.models import Review
from tests.claims import claimed_by_another
from tests.editions import published_edition, small_document
from tests.factories import ReportFactory
from tests.reporting.figures_sample import some_of_everything
from tests.reporting.pdf_checks import check_accessible

NOW = datetime(2017, 7, 20, 9, 30, tzinfo=ZoneInfo("Europe/London"))
READERS = (Audience.INTERNAL, Audience.PUBLIC, Audience.CHILDREN)


@pytest.fixture(autouse=True)
def queued(monkeypatch):
    """What was put into the queue, instead of a queue."""
    jobs = []
    monkeypatch.setattr(tasks.make_report, "delay", jobs.append)
    return jobs


def made(edition, by) -> dict[str, bytes]:
    """Each reader's PDF of an edition, made now."""
    files = {}
    for one in ask_for_edition(edition, at=NOW, by=by):
        tasks.make_report(one.pk)
        one.refresh_from_db()
        assert not one.error
        files[one.audience] = bytes(one.file.pdf)
    return files


def published_in_the_demonstration():
    """The edition of its report of 2016/17; approved here, if it is still being written."""
    report = Report.objects.filter(period="2016-17").first() or ReportFactory(approved=True)
    if not (report.editions.exists() or report.approved_at):
        other = User.objects.exclude(pk=report.begun_by_id).filter(role=Role.PRACTICE_MANAGER)
        Report.objects.filter(pk=report.pk).update(
            submitted_at=NOW, submitted_by=report.begun_by, reviewed_at=NOW,
            reviewed_by=other.first(), approved_at=NOW, approved_by=report.begun_by,
        )  # fmt: skip
    return report.editions.first() or publish_report(report, at=NOW, by=report.begun_by)


def words_of(pdf: bytes) -> list[str]:
    """The words of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def carried(pdf: bytes) -> dict[str, bytes]:
    """The files inside a PDF."""
    return {name: files[0] for name, files in PdfReader(BytesIO(pdf)).attachments.items()}


def test_an_edition_made_after_500_reviews_were_changed_is_the_same(demonstration):
    """Text, tables and figures, for every reader; the report as it stands is another by then."""
    edition = published_in_the_demonstration()
    by = edition.published_by
    before = made(edition, by)
    recorded = Review.objects.held().filter(
        held_on__range=(date(2016, 4, 1), date(2017, 3, 31)),
        participation_code__in=("PN1", "PN2", "PN3", "PN4", "PN5", "PN6"),
    )
    some = list(recorded.order_by("pk").values_list("pk", flat=True)[:500])
    assert len(some) == 500
    Review.objects.filter(pk__in=some).update(participation_code="PN7")
    PeriodOfCare.objects.filter(reviews__in=some).update(district=None)
    after = made(edition, by)
    for audience in READERS:
        assert words_of(after[audience]) == words_of(before[audience])
        assert carried(after[audience]) == carried(before[audience])
    now = json.loads(making.as_it_stands("2016-17", Audience.INTERNAL, on=NOW.date()).figures)
    for block in ("participation", "cohort"):
        assert now[block] != edition.figures[block]


@pytest.mark.django_db
def test_every_readers_pdf_is_accessible_and_says_which_edition_it_is(group_manager):
    some_of_everything()
    edition = publish_report(ReportFactory(approved=True), at=NOW, by=group_manager)
    for audience, pdf in made(edition, group_manager).items():
        assert check_accessible(pdf) == [], audience
        assert "Edition 1, published on 20 July 2017." in " ".join(words_of(pdf)[0].split())


@pytest.mark.django_db
def test_the_pdf_carries_its_figures_and_each_table(group_manager):
    some_of_everything()
    edition = publish_report(ReportFactory(approved=True), at=NOW, by=group_manager)
    files = made(edition, group_manager)
    inside = carried(files["internal"])
    assert json.loads(inside["figures.json"]) == edition.figures
    tables = [
        table
        for section in edition.documents["internal"]["sections"]
        for part in section["parts"]
        for table in part["tables"]
    ]
    assert set(inside) == {"figures.json", *(f"{table['id']}.csv" for table in tables)}
    table = next(table for table in tables if table["total"])
    rows = list(csv.reader(StringIO(inside[f"{table['id']}.csv"].decode("utf-8-sig"))))
    assert rows[0] == [label for _, label, _ in table["columns"]]
    assert rows[-1] == [cell or "" for cell in table["total"]]
    assert b"Hidden" not in carried(files["public"])["figures.json"]
    assert carried(files["children"]) == {}


@pytest.mark.django_db
def test_the_words_are_those_that_were_frozen_whatever_the_program_says_now(
    group_manager, monkeypatch
):
    edition = published_edition(made=False)
    monkeypatch.setattr(making, "figures", lambda *_, **__: pytest.fail("counted again"))
    monkeypatch.setattr(making, "compose", lambda *_, **__: pytest.fail("composed again"))
    files = made(edition, group_manager)
    assert "Children were seen." in words_of(files["internal"])[-1]
    assert json.loads(carried(files["public"])["figures.json"]) == {"year": "2016-17"}


@pytest.mark.django_db
def test_a_worker_killed_half_way_leaves_nothing_and_the_next_one_makes_it(
    group_manager, monkeypatch
):
    [one, *_] = ask_for_edition(published_edition(made=False), at=NOW, by=group_manager)

    class Killed(BaseException):
        """Stands for a signal: nothing catches it."""

    def killed(*_, **__):
        raise Killed

    with monkeypatch.context() as half_way:
        half_way.setattr(making, "render_pdf", killed)
        with pytest.raises(Killed):
            tasks.make_report(one.pk)
    one.refresh_from_db()
    assert (one.made_at, one.failed_at) == (None, None)
    assert not ReportFile.objects.exists()
    with claimed_by_another(REPORTS, one.pk):
        tasks.make_report(one.pk)
        assert not ReportFile.objects.exists()
    tasks.make_report(one.pk)
    assert ReportFile.objects.get().making_id == one.pk


@pytest.mark.django_db
def test_an_edition_asked_for_twice_is_made_once_for_each_reader(group_manager):
    edition = published_edition(made=False)
    asked = [ask_for_edition(edition, at=NOW, by=group_manager) for _ in range(2)]
    assert asked[0] == asked[1]
    assert Making.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("audience", READERS)
def test_a_draft_is_made_for_the_readers_asked_for(group_manager, client_for, audience):
    answer = client_for(group_manager).post(
        reverse("report_make", args=["2016-17-H1"]), {"audience": audience}
    )
    one = Making.objects.get()
    assert (answer.url, one.audience) == (reverse("report_progress", args=[one.pk]), audience)


@pytest.mark.django_db
def test_a_draft_for_nobody_known_is_not_made(group_manager, client_for):
    client = client_for(group_manager)
    url = reverse("report_make", args=["2016-17"])
    assert client.post(url, {"audience": "press"}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("period", "audience", "number", "name"),
    [
        ("2016-17", "internal", 1, "IRO-annual-report-2016-17-edition-1.pdf"),
        ("2016-17-H1", "public", 2, "IRO-six-monthly-report-2016-17-H1-public-edition-2.pdf"),
        ("2016-17-Q3", "children", 1, "IRO-quarterly-report-2016-17-Q3-children-edition-1.pdf"),
    ],
)
def test_a_file_is_named_by_period_readers_and_edition(
    group_manager, client_for, period, audience, number, name
):
    edition = published_edition(period, number=number)
    one = edition.makings.get(audience=audience)
    answer = client_for(group_manager).get(reverse("report_pdf", args=[one.pk]))
    assert answer.headers["Content-Disposition"] == f'inline; filename="{name}"'


def test_what_is_withheld_is_said_in_the_figures_and_stays_apart_from_what_is_not_known():
    assert json.loads(as_json({"a": WITHHELD, "b": None})) == {"a": "withheld", "b": None}


def test_files_made_again_are_the_same_bytes():
    first, again = (attachments(small_document("public"), at=NOW) for _ in range(2))
    assert first == again
    assert [one.name for one in first] == ["figures.json", "ages.csv"]
    assert first[1].content.decode("utf-8-sig").splitlines()[2] == "1 to 4,'=2,"


def test_what_was_frozen_long_ago_is_still_read_and_printed():
    """The file is never made anew: every edition ever published has to open in every later code."""
    kept = json.loads((Path(__file__).parent / "frozen_document.json").read_text())
    document = thawed(kept)
    words = " ".join(" ".join(words_of(making.printed(document))).split())
    for one in (
        "Edition 1, published on 18 July 2017.", "In 90.8% of reviews.", "1,875", "1.1 How many",
        "Children were seen.", "Most are under 1", "Children by age", "1,034", "Total",
    ):  # fmt: skip
        assert one in words
