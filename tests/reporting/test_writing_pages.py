"""The composer's pages: written, saved as one types, two at once, commented on, brought back."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import travel

from accounts.models import Role
from reporting import tables
from reporting.figures import figures
from reporting.models import Comment, Nothing, Passage, Report
from reporting.outline import WRITTEN
from reporting.quoting import CATALOGUE
from tests.factories import (
    CommentFactory,
    NothingFactory,
    PassageFactory,
    ReportFactory,
    UserFactory,
)
from tests.reporting.figures_sample import TODAY, some_of_everything

pytestmark = pytest.mark.django_db
NOW = datetime(2017, 7, 20, 9, tzinfo=UTC)
HERE = ["2016-17", "timeliness"]


@pytest.fixture
def manager(group_manager, client_for):
    """The group manager's browser."""
    return client_for(group_manager)


@pytest.fixture
def reader(practice_manager, client_for):
    """The practice manager's."""
    return client_for(practice_manager)


def words(client, section="timeliness"):
    """The page of a section."""
    answer = client.get(reverse("report_write", args=["2016-17", section]))
    assert answer.status_code == 200
    return answer.content.decode()


def version(page):
    """What the page began with, as it would be sent."""
    fields = re.findall(r'name="(number|saved_at|anew)"[^>]*value="([^"]*)"', page)
    return {"number": "0", "saved_at": "", **{name: value.replace("&#x27;", "'")
                                              for name, value in fields}}  # fmt: skip


def save(client, text, began, *, autosave=False):
    data = {"text": text, **began, **({"autosave": "1"} if autosave else {})}
    return client.post(reverse("report_write", args=HERE), data)


def test_the_report_is_begun_by_a_button(manager, reader):
    assert "Begin this report" in words(manager)
    assert "Begin this report" not in words(reader)
    answer = manager.post(reverse("report_begin", args=["2016-17"]), {"section": "team"})
    assert answer.url == reverse("report_write", args=["2016-17", "team"])
    assert Report.objects.get().period == "2016-17"
    assert 'name="text"' in words(manager)


@travel(NOW)
def test_a_period_that_has_not_begun_is_not_there(manager):
    assert manager.get(reverse("report_write", args=["2018-19", "team"])).status_code == 404
    assert manager.post(reverse("report_begin", args=["2018-19"])).status_code == 409


def test_a_section_that_nobody_writes_is_not_there(manager):
    ReportFactory()
    for section in ("handbook", "notes", "no-such"):
        page = manager.get(reverse("report_write", args=["2016-17", section]))
        assert page.status_code == 404


@travel(NOW)
def test_every_section_opens_for_both_managers(manager, reader):
    some_of_everything()
    ReportFactory()
    for heading in WRITTEN:
        assert heading.title.replace("'", "&#x27;") in words(manager, heading.id)
        assert 'name="text"' not in words(reader, heading.id)


def test_words_are_saved_and_printed_with_their_figures(manager):
    some_of_everything()
    ReportFactory()
    answer = save(manager, "# Why\n\nOf [[reviews-held]].", version(words(manager)))
    assert answer.status_code == 302
    page = words(manager)
    assert "<h3>Why</h3>\n<p>Of 12.</p>" in page
    passage = Passage.objects.get()
    assert (passage.number, passage.text) == (1, "# Why\n\nOf [[reviews-held]].")


def test_the_picker_says_what_the_tables_beside_it_say(manager):
    some_of_everything()
    ReportFactory()
    page = words(manager)
    told = figures("2016-17", on=TODAY)
    held = tables.timeliness_by_month(told["timeliness"]).total[-3]
    assert f'data-name="reviews-held" data-text="{held}"' in page
    assert 'id="reviews-by-month"' in page
    assert all(f'data-insert="[[{name}]]"' in page for name in CATALOGUE)


@travel(NOW)
def test_what_is_typed_is_kept_and_shown_as_it_will_be_printed(manager):
    ReportFactory()
    began = version(words(manager))
    answer = save(manager, "So [[reviews-held]], [[nobody]].", began, autosave=True).json()
    assert answer["saved"] == "10:00"
    assert 'data-figure="reviews-held"' in answer["preview"]
    assert answer["faults"] == ["There is no figure called [[nobody]]. Choose one from the list."]
    # The page goes on from what was saved.
    again = {name: answer["version"][name] for name in ("number", "saved_at")}
    assert save(manager, "So it is.", again, autosave=True).json()["saved"] == "10:00"
    assert Passage.objects.get().text == "So it is."


def test_a_fault_in_the_words_is_kept_and_told(manager):
    ReportFactory()
    save(manager, "[[revews-held]]", version(words(manager)))
    page = words(manager)
    assert "There is no figure called [[revews-held]]. Did you mean [[reviews-held]]?" in page
    assert '<mark class="report-unknown">[[revews-held]]</mark>' in page


def test_a_text_too_long_is_told_and_not_lost(manager):
    ReportFactory()
    began = version(words(manager))
    long = "a" * 50_001
    assert "problem" in save(manager, long, began, autosave=True).json()
    assert long in save(manager, long, began).content.decode()
    assert not Passage.objects.exists()


@travel(NOW)
def test_of_two_who_write_both_versions_are_shown_and_none_is_lost(manager, client_for):
    ReportFactory()
    other = UserFactory(role=Role.GROUP_MANAGER, first_name="Ada", last_name="Bell")
    began = version(words(manager))
    save(client_for(other), "Theirs alone.", began)
    kept = save(manager, "Mine alone.", began, autosave=True)
    assert kept.status_code == 409
    assert kept.json()["problem"].startswith("Not saved. Ada Bell saved this section at 10:00")
    assert kept.json()["version"] is None
    both = save(manager, "Mine alone.", began)
    assert both.status_code == 409
    page = both.content.decode()
    assert "Mine alone." in page
    assert "Theirs alone." in page
    assert "<del>" in page
    assert "<ins>" in page
    save(manager, "Theirs and mine.", version(page))
    assert list(Passage.objects.order_by("number").values_list("text", flat=True)) == [
        "Theirs alone.",
        "Theirs and mine.",
    ]


@travel(NOW)
def test_what_one_saved_in_another_window_stays_a_version_of_its_own(manager):
    ReportFactory()
    began = version(words(manager))
    save(manager, "The other window.", began)
    page = save(manager, "This window.", began).content.decode()
    assert page.count("You saved this section at 10:00 on 20 July 2017, after you opened it") == 1
    assert "<p>This window.</p>" in page  # as it will be printed, not as it stands
    save(manager, "Both.", version(page))
    assert list(Passage.objects.order_by("number").values_list("text", flat=True)) == [
        "The other window.",
        "Both.",
    ]


@travel(NOW)
def test_an_answer_lost_on_its_way_is_known_again(manager):
    ReportFactory()
    began = version(words(manager))
    save(manager, "One.", began, autosave=True)  # the page never hears of it
    answer = save(manager, "One, two.", began, autosave=True)
    assert answer.status_code == 409
    assert answer.json()["version"]["text"] == "One."  # which the page knows that it sent


def test_a_report_that_was_reviewed_can_only_be_read(manager):
    report = ReportFactory(reviewed=True)
    PassageFactory(report=report)
    page = words(manager)
    assert 'name="text"' not in page
    assert "Take it back to change them" in page
    assert save(manager, "Other.", {"number": "1"}).status_code == 409
    assert save(manager, "Other.", {"number": "1"}, autosave=True).status_code == 409
    assert Passage.objects.get().text == "More reviews were held in time."


def test_the_practice_manager_reads_and_does_not_write(reader):
    PassageFactory()
    assert "More reviews were held in time." in words(reader)
    assert save(reader, "Other.", {"number": "1"}).status_code == 403


def test_managers_talk_below_the_words(manager, reader, group_manager):
    ReportFactory()
    there = reverse("report_comment", args=HERE)
    assert "Enter your comment" in reader.post(there, {"comment-text": " "}).content.decode()
    answer = reader.post(there, {"comment-text": "Which reason?\nSay it."})
    assert answer.url == reverse("report_write", args=HERE) + "#comments"
    assert "Which reason?" in words(manager)
    comment = Comment.objects.get()
    manager.post(reverse("report_comment_settle", args=[comment.pk]))
    comment.refresh_from_db()
    assert comment.settled_by == group_manager
    assert "1 settled comment" in words(reader)


def test_nothing_to_report_takes_the_place_of_words_and_can_be_taken_back(manager):
    ReportFactory()
    there = reverse("report_nothing", args=["2016-17", "audits"])
    page = manager.post(there, {"audits-because": ""}).content.decode()
    assert "Enter why there is nothing to report" in page
    answer = manager.post(there, {"audits-because": "None was made."})
    assert answer.url == reverse("report_write", args=["2016-17", "audits"]) + "#handbook"
    page = words(manager, "audits")
    assert "Nothing to report because: None was made." in page
    manager.post(reverse("report_nothing_take_back", args=["2016-17", "audits"]))
    assert not Nothing.objects.exists()
    unknown = manager.post(reverse("report_nothing", args=["2016-17", "no-such"]))
    assert unknown.status_code == 404


def test_last_years_words_are_at_hand_with_their_references(manager):
    ReportFactory()
    before = ReportFactory(period="2015-16", closed=True)
    PassageFactory(report=before, text="Old: [[reviews-held]].")
    PassageFactory(report=before, number=2, text="Of [[reviews-held]] reviews.")
    page = words(manager)
    assert "Of [[reviews-held]] reviews." in page
    assert "Old:" not in page


@travel(NOW)
def test_versions_are_listed_looked_at_and_brought_back(manager, reader, group_manager):
    report = ReportFactory(begun_by=group_manager)
    first = PassageFactory(report=report, text="One old line.", begun_at=NOW - timedelta(days=2))
    PassageFactory(report=report, number=2, text="One new line.")
    page = reader.get(reverse("report_passage_versions", args=HERE)).content.decode()
    assert page.index("Version 2") < page.index("Version 1")
    assert page.count("Stands") == 1
    one = reader.get(reverse("report_passage_version", args=[*HERE, 2])).content.decode()
    assert re.search(r"<del>.*old</del><ins>.*new</ins>", one)
    assert "Bring this version back" not in one
    there = reverse("report_passage_version", args=[*HERE, 1])
    assert "Bring this version back" in manager.get(there).content.decode()
    assert "Bring this version back" not in reader.get(there).content.decode()
    manager.post(reverse("report_passage_restore", args=[*HERE, 1]))
    stands = Passage.objects.order_by("-number")[0]
    assert (stands.number, stands.text, stands.by) == (3, first.text, group_manager)


def test_what_somebody_typed_is_never_markup(manager):
    report = ReportFactory()
    hostile = '<script>alert(1)</script> [[<b>]] [[x"onclick=y]]'
    PassageFactory(report=report, text=hostile)
    CommentFactory(report=report, text=hostile)
    NothingFactory(report=report, item="timeliness", because=hostile)
    PassageFactory(report=ReportFactory(period="2015-16"), text=hostile)
    page = words(manager)
    assert "<script>alert" not in page
    assert "<b>" not in page
    assert 'x"onclick' not in page
    answer = save(manager, hostile + "!", version(page), autosave=True).json()
    assert "<script>" not in answer["preview"]
    assert 'x"onclick' not in answer["preview"]


def test_more_versions_and_comments_ask_the_database_no_more(manager, practice_manager):
    report = ReportFactory()
    PassageFactory(report=report)
    CommentFactory(report=report, by=practice_manager)

    def asked(name, *args):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            manager.get(reverse(name, args=args))
        return len(queries)

    pages = [("report_write", *HERE), ("report_passage_versions", *HERE)]
    for page in pages:
        asked(*page)
    before = [asked(*page) for page in pages]
    for n in range(2, 12):
        PassageFactory(report=report, number=n, by=UserFactory(role=Role.GROUP_MANAGER))
        CommentFactory(report=report)
    assert [asked(*page) for page in pages] == before
