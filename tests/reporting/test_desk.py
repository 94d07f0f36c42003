"""The group manager's first page, a report's desk, its names, and the check before publishing."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cohort.models import UnitManager
from reporting import tasks
from reporting.desk.periods import periods, this_years
from reporting.models import Making, Report
from reporting.names import named_in
from reporting.writing import Promise, Said, Writing
from tests.factories import (
    ChildFactory,
    CommentFactory,
    EditionFactory,
    PassageFactory,
    PriorityFactory,
    QuoteFactory,
    ReportFactory,
    SocialWorkerFactory,
    UserFactory,
)
from tests.reporting.test_steps import complete

pytestmark = pytest.mark.django_db
NOW = datetime(2017, 7, 20, 9, tzinfo=UTC)
DESK = "/reports/2016-17/desk/"


@pytest.fixture
def desk(client_for):
    """The words of the desk for a person."""
    return lambda user: client_for(user).get(DESK).content.decode()


def test_the_first_page_says_how_far_this_years_report_is_and_what_is_next(
    group_manager, client_for
):
    report = ReportFactory(begun_by=group_manager)
    for section in ("practice", "disputes", "team", "summary"):
        PassageFactory(report=report, section=section)
    page = client_for(group_manager).get(reverse("reports")).content.decode()
    assert "<strong>6 of 22</strong> sections written" in page  # two are provided
    assert "<strong>4 of 8</strong> things the Handbook asks for are missing" in page
    assert "The Handbook asks for this: How children and their parents took part" in page
    assert reverse("report_write", args=["2016-17", "participation"]) in page
    assert "Figures as at 31 March 2017, counted from the records." in page


def test_a_year_nobody_has_begun_is_begun_from_there(group_manager, practice_manager, client_for):
    page = client_for(group_manager).get(reverse("reports")).content.decode()
    assert "Begin the report" in page
    assert reverse("report_begin", args=["2016-17"]) in page
    page = client_for(practice_manager).get(reverse("reports")).content.decode()
    assert "The group manager has not begun it." in page
    assert "Begin the report" not in page


def test_every_period_that_has_begun_is_listed_with_its_state(council, group_manager, client_for):
    ReportFactory(period="2017-18-Q1", submitted=True)
    EditionFactory(report=ReportFactory(period="2016-17-H1", closed=True), published_at=NOW)
    rows = periods(on=date(2017, 7, 20), records_from=date(2016, 4, 1))
    assert [str(row.year) for row in rows] == ["2017-18", "2016-17"]
    assert [str(part.year) for part in rows[0].parts] == ["2017-18-H1", "2017-18-Q1", "2017-18-Q2"]
    assert (str(this_years(rows).year), rows[0].is_over) == ("2016-17", False)
    page = client_for(group_manager).get(reverse("reports")).content.decode()
    assert "With the practice manager" in page
    assert "Published" in page
    assert "Edition 1" in page
    assert "Not over: as at 20 July 2017" in page


def test_before_a_year_is_over_the_one_that_runs_is_this_years(council):
    rows = periods(on=date(2017, 3, 30), records_from=date(2016, 9, 1))
    assert str(this_years(rows).year) == "2016-17"
    assert not rows[0].is_of_records  # it began before the records did


def test_more_reports_and_editions_cost_no_more_questions(group_manager, client_for):
    client = client_for(group_manager)
    ReportFactory(begun_by=group_manager)

    def count():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("reports"))
        return len(asked)

    EditionFactory(report=ReportFactory(period="2016-17-Q4", closed=True))
    few = count()
    for part in ("H1", "H2", "Q1", "Q2", "Q3"):
        EditionFactory(report=ReportFactory(period=f"2016-17-{part}", closed=True))
    assert count() == few


def test_a_pdf_is_asked_for_any_period_and_any_readers(group_manager, client_for, monkeypatch):
    monkeypatch.setattr(tasks.make_report, "delay", lambda pk: None)
    client = client_for(group_manager)
    answer = client.post(reverse("report_make_any"), {"period": "2016-17-Q3", "audience": "public"})
    making = Making.objects.get()
    assert answer.url == reverse("report_progress", args=[making.pk])
    assert (making.period, making.audience) == ("2016-17-Q3", "public")
    for wrong in ({"period": "2016-18", "audience": "public"}, {"period": "2016-17"}):
        assert client.post(reverse("report_make_any"), wrong).status_code == 404
    assert "Public" in client.get(reverse("reports")).content.decode()


def test_the_desk_shows_sections_comments_the_handbook_and_the_lists(
    group_manager, practice_manager, desk
):
    report = ReportFactory(begun_by=group_manager)
    PassageFactory(report=report, text="Three words here")
    CommentFactory(report=report, by=practice_manager)
    report.nothings.create(item="audits", because="None was done in the year.")
    QuoteFactory(report=report)
    PriorityFactory(report=ReportFactory(period="2015-16", closed=True))
    page = desk(group_manager)
    assert "3 words" in page
    assert "1 open" in page
    assert "Nothing to report: None was done in the year." in page
    assert f"{reverse('report_write', args=['2016-17', 'resources'])}#handbook" in page
    assert "1 of 1" in page
    assert "1 quote" in page
    assert "In the way of approval: 9 things" in page
    assert "Begun</strong> by" in page


def test_a_half_year_needs_no_handbook_list_and_no_priorities(group_manager, client_for):
    ReportFactory(period="2016-17-H1")
    page = client_for(group_manager).get("/reports/2016-17-H1/desk/").content.decode()
    assert "What the Handbook asks for" not in page
    assert "Nothing is missing." in page


def test_a_period_to_come_has_no_desk(group_manager, client_for):
    assert client_for(group_manager).get("/reports/2017-18-H2/desk/").status_code == 404


def test_sending_too_early_shows_what_is_in_the_way_where_one_is(group_manager, client_for):
    ReportFactory(begun_by=group_manager)
    answer = client_for(group_manager).post(reverse("report_submit", args=["2016-17"]))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "This has to be dealt with first" in page
    assert "The Handbook asks for this: Good practice" in page
    assert Report.objects.get().submitted_at is None


def test_from_writing_to_publication_by_two_people(
    group_manager, practice_manager, client_for, monkeypatch
):
    monkeypatch.setattr(tasks.make_report, "delay", lambda pk: None)
    complete(ReportFactory(begun_by=group_manager))
    manager, second = client_for(group_manager), client_for(practice_manager)

    def step(client, name, data=None):
        answer = client.post(reverse(name, args=["2016-17"]), data or {}, follow=True)
        assert answer.status_code == 200
        return answer.content.decode()

    assert "Sent. The practice manager reviews it next." in step(manager, "report_submit")
    assert "Send back with a comment" in second.get(DESK).content.decode()
    refused = second.post(
        reverse("report_send_back", args=["2016-17"]), {"text": ""}
    ).content.decode()
    assert "Enter what has to change" in refused
    sent_back = {"section": "team", "text": "Who left?"}
    assert "Sent back." in step(second, "report_send_back", sent_back)
    Report.objects.get().comments.update(settled_at=NOW, settled_by=group_manager)
    step(manager, "report_submit")
    assert "Reviewed. Its words stand now" in step(second, "report_review")
    assert manager.get(reverse("report_publish", args=["2016-17"])).status_code == 409
    assert "Approved." in step(manager, "report_approve")
    assert "Check and publish" in manager.get(DESK).content.decode()
    assert "Published as edition 1." in step(manager, "report_publish")
    assert (
        "What is wrong in the published report?"
        in manager.get(reverse("report_correct", args=["2016-17"])).content.decode()
    )
    assert "Open for a correction." in step(manager, "report_correct", {"reason": "Table 3"})
    page = manager.get(DESK).content.decode()
    assert "Being corrected" in page
    assert "Table 3" in page
    assert "Dropped." in step(manager, "report_correction_drop")
    assert "Published as edition 1" in manager.get(DESK).content.decode()


def test_the_check_page_says_what_everybody_will_read_and_asks_about_names(
    group_manager, client_for, monkeypatch
):
    monkeypatch.setattr(tasks.make_report, "delay", lambda pk: None)
    report = complete(ReportFactory(begun_by=group_manager, approved=True))
    QuoteFactory(report=report, words="Everybody may read this", for_public=True)
    QuoteFactory(report=report, words="For those inside")
    PassageFactory(report=report, section="unit", text=f"{group_manager.get_full_name()} leads it.")
    client, address = client_for(group_manager), reverse("report_publish", args=["2016-17"])
    page = client.get(address).content.decode()
    assert "Check and publish edition 1" in page
    assert "Everybody may read this" in page
    assert "For those inside" not in page
    assert "1 more in the internal report only" in page
    assert f"{group_manager.get_full_name()} is named in The unit" in page
    refused = client.post(address, {}).content.decode()
    assert "Tick the box once you have looked at each of the names" in refused
    assert not report.editions.exists()
    client.post(address, {"names_seen": "on"})
    assert report.editions.get().number == 1


class TestNames:
    """People found by name in what was written."""

    def found(self, **writing):
        return [one.words for one in named_in(Writing(**writing))]

    def test_staff_social_workers_and_managers_of_the_unit_are_found(self):
        UserFactory(first_name="Judith", last_name="Okonjo")
        SocialWorkerFactory(name="Łukasz Nguyễn-Dvořák")
        UnitManager.objects.create(name="Anne O'Hara", title="Head", started_on=date(2016, 1, 1))
        assert self.found(
            passages={
                "management": "The team is led by Judith\nOkonjo.",
                "disputes": "łukasz nguyễn-dvořák said so; Anne O'Hara's answer came.",
            }
        ) == [
            "Judith Okonjo is named in Management",
            "Anne O'Hara is named in Dispute resolution",
            "Łukasz Nguyễn-Dvořák is named in Dispute resolution",
        ]

    def test_a_title_with_the_family_name_is_found(self):
        UserFactory(first_name="Judith", last_name="Okonjo")
        assert self.found(passages={"team": "Thanks to Ms Okonjo and Mrs. Okonjo's team."}) == [
            "Mrs. Okonjo is named in IROs and their caseloads",
            "Ms Okonjo is named in IROs and their caseloads",
        ]

    def test_a_name_within_a_word_and_a_single_name_are_not(self):
        UserFactory(first_name="Ann", last_name="Hall")
        SocialWorkerFactory(name="May")
        assert (
            self.found(passages={"team": "Joann Hallam came in May. Ann went to the hall."}) == []
        )

    def test_a_childs_name_is_found(self):
        ChildFactory(given_name="Ella", family_name="Brown")
        (one,) = named_in(Writing(passages={"voice": "Ella Brown wrote to us."}))
        assert (one.who, one.words) == ("child", "Ella Brown is named in What children told us")

    def test_every_list_is_looked_through(self):
        UserFactory(first_name="Judith", last_name="Okonjo")
        promise = Promise("A", "Judith Okonjo", "2018-03-31", "B")
        assert self.found(
            priorities=[promise],
            looked_back=[Promise("A", "B", "2017-03-31", "C", went="Judith Okonjo saw to it")],
            quotes=[Said("Judith Okonjo helped", "5_to_10", True)],
            nothings={"audits": "Judith Okonjo said so"},
        ) == [
            "Judith Okonjo is named in How last year's priorities went",
            "Judith Okonjo is named in What children told us",
            "Judith Okonjo is named in Priorities for next year",
            "Judith Okonjo is named in What the Handbook asks for",
        ]
