"""Beginning a report and writing it: versions, two people at once, what stands."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from accounts.models import Role
from iro_service.refusals import Refusal
from reporting.actions.talking import comment_on, say_nothing, settle_comment, take_back_nothing
from reporting.actions.writing import WrittenMeanwhile, begin_report, bring_back, write_passage
from reporting.composer.changes import changes
from reporting.composer.marks import marks_of, neighbours
from reporting.figures.year import ReportingYear
from reporting.models import Passage, Report
from reporting.outline import WRITTEN
from tests.factories import (
    CommentFactory,
    NothingFactory,
    PassageFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2017, 7, 20, 9, tzinfo=UTC)


def write(report, text, *, on=None, at=NOW, by=None, section="timeliness"):
    """Save a text on top of the version `on`."""
    number, saved_at = (on.number, on.saved_at) if on else (0, None)
    return write_passage(
        report, section=section, text=text, number=number, saved_at=saved_at,
        at=at, by=by or report.begun_by,
    )  # fmt: skip


def texts(report, section="timeliness"):
    """Every version's text, the first one first."""
    versions = report.passages.filter(section=section).order_by("number")
    return list(versions.values_list("text", flat=True))


def test_a_report_is_begun_once(group_manager, council):
    year = ReportingYear(2016)
    first = begin_report(year, at=NOW, by=group_manager)
    again = begin_report(year, at=NOW + timedelta(1), by=UserFactory(role=Role.GROUP_MANAGER))
    assert first == again
    assert (again.begun_by, again.begun_at) == (group_manager, NOW)


def test_a_year_that_has_not_begun_has_no_report(group_manager):
    with pytest.raises(Refusal, match="has not begun"):
        begin_report(ReportingYear(2018), at=NOW, by=group_manager)
    assert not Report.objects.exists()


def test_the_first_words_are_version_1_and_nothing_is_none():
    report = ReportFactory()
    assert write(report, "") is None
    assert write(report, "First.").number == 1


def test_going_on_within_half_an_hour_changes_the_version_and_later_makes_another():
    report = ReportFactory()
    first = write(report, "One.")
    same = write(report, "One, two.", on=first, at=NOW + timedelta(minutes=30))
    assert (same.number, same.begun_at) == (1, NOW)
    later = write(report, "One, two, three.", on=same, at=NOW + timedelta(minutes=31))
    assert later.number == 2
    assert texts(report) == ["One, two.", "One, two, three."]


def test_another_person_never_changes_a_version():
    report, other = ReportFactory(), UserFactory(role=Role.GROUP_MANAGER)
    first = write(report, "Mine.")
    assert write(report, "Theirs.", on=first, by=other).number == 2
    assert texts(report) == ["Mine.", "Theirs."]


def test_what_was_saved_meanwhile_is_not_written_over():
    report, other = ReportFactory(), UserFactory(role=Role.GROUP_MANAGER, first_name="Ada")
    first = write(report, "One.")
    theirs = write(report, "Theirs.", on=first, by=other)
    with pytest.raises(WrittenMeanwhile, match=r"Ada .* saved this section at 10:00") as refused:
        write(report, "Mine.", on=first)
    assert refused.value.passage == theirs
    # The same version, changed in another window, is no longer the one the page began with.
    gone_on = write(report, "More.", on=theirs, by=other, at=NOW + timedelta(minutes=1))
    assert gone_on.number == theirs.number
    stale = Passage(number=theirs.number, saved_at=NOW)
    with pytest.raises(WrittenMeanwhile):
        write(report, "Mine.", on=stale)
    assert texts(report) == ["One.", "More."]


def test_what_is_saved_already_may_be_saved_again():
    report = ReportFactory()
    first = write(report, "One.")
    assert write(report, "One.") == first  # its answer was lost, so the page knows no version
    assert texts(report) == ["One."]


def test_words_can_be_taken_out_and_their_version_stays():
    report = ReportFactory()
    first = write(report, "One.")
    write(report, "", on=first, at=NOW + timedelta(days=1))
    assert texts(report) == ["One.", ""]


@pytest.mark.parametrize("step", ["reviewed", "approved", "closed"])
def test_words_that_were_reviewed_stand(step):
    report = ReportFactory(**{step: True})
    old = PassageFactory(report=report)
    with pytest.raises(Refusal):
        write(report, "Other.", on=old)
    PassageFactory(report=report, number=2, text="Later.")
    with pytest.raises(Refusal):
        bring_back(old, at=NOW, by=report.begun_by)
    with pytest.raises(Refusal):
        say_nothing(report, item="audits", because="None was made.")
    NothingFactory(report=report)
    with pytest.raises(Refusal):
        take_back_nothing(report, item="audits")
    assert texts(report) == ["More reviews were held in time.", "Later."]


def test_a_section_of_records_alone_holds_no_words():
    with pytest.raises(Refusal, match="made from the records"):
        write(ReportFactory(), "Words.", section="handbook")


def test_a_version_brought_back_is_a_new_one():
    report = ReportFactory()
    first = write(report, "One.")
    write(report, "Two.", on=first, at=NOW + timedelta(hours=1))
    back = bring_back(first, at=NOW + timedelta(hours=2), by=report.begun_by)
    assert (back.number, texts(report)) == (3, ["One.", "Two.", "One."])
    assert bring_back(first, at=NOW + timedelta(hours=3), by=report.begun_by) == back


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first_words", [True, False])
def test_of_two_who_save_at_once_one_is_kept_and_the_other_told(first_words):
    report = ReportFactory()
    started_with = None if first_words else write(report, "One.")
    writers = [UserFactory(role=Role.GROUP_MANAGER) for _ in range(2)]
    together, outcomes = Barrier(2), []

    def save(person):
        try:
            together.wait(timeout=20)
            outcomes.append(write(report, f"By {person.pk}.", on=started_with, by=person))
        except WrittenMeanwhile as meanwhile:
            outcomes.append(meanwhile)
        finally:
            connection.close()

    threads = [Thread(target=save, args=(person,)) for person in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    kept = [one for one in outcomes if isinstance(one, Passage)]
    told = [one for one in outcomes if isinstance(one, WrittenMeanwhile)]
    assert (len(kept), len(told)) == (1, 1)
    assert told[0].passage == kept[0]
    assert texts(report)[-1] == kept[0].text


def test_comments_are_said_until_publication_and_settled_once(practice_manager, group_manager):
    report = ReportFactory(reviewed=True)
    comment = comment_on(report, section="team", text="Why?", at=NOW, by=practice_manager)
    settle_comment(comment, at=NOW, by=group_manager)
    settle_comment(comment, at=NOW + timedelta(1), by=practice_manager)
    comment.refresh_from_db()
    assert (comment.settled_at, comment.settled_by) == (NOW, group_manager)
    with pytest.raises(Refusal):
        comment_on(report, section="no-such", text="Why?", at=NOW, by=practice_manager)
    closed = ReportFactory(period="2015-16", closed=True)
    with pytest.raises(Refusal):
        comment_on(closed, section="team", text="Why?", at=NOW, by=practice_manager)


def test_nothing_to_report_is_said_said_anew_and_taken_back():
    report = ReportFactory()
    say_nothing(report, item="audits", because="None was made.")
    say_nothing(report, item="audits", because="None was due.")
    assert [one.because for one in report.nothings.all()] == ["None was due."]
    take_back_nothing(report, item="audits")
    assert not report.nothings.exists()
    with pytest.raises(Refusal):
        say_nothing(report, item="no-such", because="None.")


def test_the_list_of_sections_tells_what_is_still_to_do():
    report = ReportFactory()
    PassageFactory(report=report)
    PassageFactory(report=report, section="team", text=" ")
    NothingFactory(report=report, item="audits")
    CommentFactory(report=report, section="team")
    CommentFactory(report=report, section="team", settled_at=NOW, settled_by=report.begun_by)
    marks = {mark.heading.id: mark for mark in marks_of(report)}
    assert list(marks) == [heading.id for heading in WRITTEN]
    assert [key for key, mark in marks.items() if mark.is_written] == ["timeliness"]
    asked = {key: [one.key for one in mark.missing] for key, mark in marks.items() if mark.missing}
    assert asked == {
        "team": ["team"],
        "participation": ["participation"],
        "disputes": ["disputes"],
        "practice": ["good-practice", "development"],
        "resources": ["resources"],
    }
    assert {key: mark.open_comments for key, mark in marks.items() if mark.open_comments} == {
        "team": 1
    }
    assert not any(mark.is_written for mark in marks_of(None))


def test_the_way_leads_through_every_section():
    ids = [heading.id for heading in WRITTEN]
    walked, here = [], WRITTEN[0]
    while here:
        walked.append(here.id)
        here = neighbours(here.id)[1]
    assert walked == ids
    assert neighbours(ids[0])[0] is None


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "", []),
        ("", "One.", [("added", "One.")]),
        ("One.", "", [("removed", "One.")]),
        ("One.", "One.", [("same", "One.")]),
        (
            "One.\nTwo old words.\nThree.",
            "One.\nTwo new words.\nThree.",
            [
                ("same", "One.\n"), ("same", "Two "), ("removed", "old"), ("added", "new"),
                ("same", " words.\n"), ("same", "Three."),
            ],
        ),
    ],
)  # fmt: skip
def test_what_changed_is_told_by_word(before, after, found):
    assert [(one.kind, one.text) for one in changes(before, after)] == found
