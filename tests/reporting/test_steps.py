"""The steps of a report: every move from every state by every role, and who is quicker."""

from datetime import date, datetime
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from accounts.models import Role
from iro_service.refusals import Refusal
from reporting.actions import publish_report
from reporting.actions.corrections import drop_correction, open_correction
from reporting.actions.steps import (
    NotReady,
    approve_report,
    review_report,
    send_back,
    submit_report,
    take_back,
)
from reporting.desk import MOVES, Move, State, next_moves, state_of
from reporting.desk.in_the_way import in_the_way
from reporting.desk.steps import steps_of
from reporting.handbook import CHECKLIST
from reporting.models import Comment, Priority, Report
from tests.factories import (
    CommentFactory,
    CouncilFactory,
    EditionFactory,
    PassageFactory,
    PriorityFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
AT = datetime(2017, 7, 20, 10, 0, tzinfo=ZoneInfo("Europe/London"))
GM, PM = Role.GROUP_MANAGER, Role.PRACTICE_MANAGER
W, C, S, R, A, P = (
    State.WRITTEN, State.CORRECTED, State.SUBMITTED, State.REVIEWED, State.APPROVED, State.PUBLISHED
)  # fmt: skip

# The move, the states it starts from with the state it leads to, and whose it is.
TABLE = {
    Move.SUBMIT: ({W: S, C: S}, GM),
    Move.REVIEW: ({S: R}, PM),
    Move.SEND_BACK: ({S: W}, PM),
    Move.TAKE_BACK: ({S: W, R: W, A: W}, GM),
    Move.APPROVE: ({R: A}, GM),
    Move.CORRECT: ({P: C}, GM),
    Move.DROP: ({C: P}, GM),
}
STEPS = {S: "submitted", R: "reviewed", A: "approved", P: "closed"}


def complete(report):
    """Nothing is in the way of the report."""
    for section in {section for asked in CHECKLIST for section in asked.sections}:
        PassageFactory(report=report, section=section)
    PriorityFactory(report=report)
    return report


def standing(state) -> Report:
    """A complete report in the state."""
    if state == C:
        report = complete(ReportFactory(closed=True))
        EditionFactory(report=report)
        return open_correction(report, reason="A figure", at=AT, by=report.begun_by)
    report = complete(ReportFactory(**({STEPS[state]: True} if state in STEPS else {})))
    if state == P:
        # As publishing leaves it: the history knows the moment.
        EditionFactory(report=report)
    return report


def move(report, which, by):
    """Make the move."""
    deeds = {
        Move.SUBMIT: lambda: submit_report(report, at=AT, by=by),
        Move.REVIEW: lambda: review_report(report, at=AT, by=by),
        Move.SEND_BACK: lambda: send_back(
            report, section="summary", text="Shorter, please", at=AT, by=by
        ),
        Move.TAKE_BACK: lambda: take_back(report, by=by),
        Move.APPROVE: lambda: approve_report(report, at=AT, by=by),
        Move.CORRECT: lambda: open_correction(report, reason="A figure", at=AT, by=by),
        Move.DROP: lambda: drop_correction(report, at=AT, by=by),
    }
    return deeds[which]()


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("state", [W, C, S, R, A, P])
@pytest.mark.parametrize("which", list(TABLE))
def test_every_move_from_every_state_by_every_role(which, state, role):
    leads, whose = TABLE[which]
    report, by = standing(state), UserFactory(role=role)
    if state in leads and role == whose:
        move(report, which, by)
        assert state_of(Report.objects.get(pk=report.pk)) == leads[state]
        return
    with pytest.raises(Refusal):
        move(report, which, by)
    assert state_of(Report.objects.get(pk=report.pk)) == state
    assert Comment.objects.count() == 0


def test_the_moves_on_a_page_are_those_of_the_table():
    for which, (leads, whose) in TABLE.items():
        assert (set(MOVES[which].states), MOVES[which].role) == (set(leads), whose)
        for state in leads:
            assert which in next_moves(state, UserFactory(role=whose))


def test_nobody_reviews_what_they_sent():
    report = standing(S)
    submitter = report.submitted_by
    submitter.role = PM
    with pytest.raises(Refusal, match="Somebody other than"):
        review_report(report, at=AT, by=submitter)


def test_sending_back_says_why_and_takes_words():
    report, manager = standing(S), UserFactory(role=PM)
    with pytest.raises(Refusal, match="what has to change"):
        send_back(report, section="summary", text="  ", at=AT, by=manager)
    with pytest.raises(Refusal, match="Select the section"):
        send_back(report, section="nowhere", text="Why?", at=AT, by=manager)
    send_back(report, section="team", text=" Who left? ", at=AT, by=manager)
    assert Comment.objects.values_list("section", "text", "by").get() == (
        "team", "Who left?", manager.pk,
    )  # fmt: skip


@pytest.mark.parametrize("deed", [submit_report, approve_report])
def test_what_is_in_the_way_is_listed_and_stops_both_sending_and_approval(deed, group_manager):
    report = ReportFactory(reviewed=deed is approve_report)
    PriorityFactory(report=ReportFactory(period="2015-16", closed=True))
    PassageFactory(report=report, section="timeliness", text="It rose to [[no.such.figure]].")
    CommentFactory(report=report, section="team")
    with pytest.raises(NotReady) as stopped:
        deed(report, at=AT, by=group_manager)
    words = stopped.value.sentence
    assert "The Handbook asks for this: Outcomes of quality audits of reviews" in words
    assert "Reviews on time" not in words  # it is written about
    assert "1 of last year's priorities has no word on how it went" in words
    assert "There are no priorities for next year" in words
    assert "There is no figure called [[no.such.figure]]" in words
    assert "1 comment is open on IROs and their caseloads" in words
    kinds = [one.kind for one in stopped.value.obstacles]
    assert set(kinds) == {"section", "look_back", "priorities"}
    report.refresh_from_db()
    assert report.approved_at is None


def test_nothing_to_report_and_a_settled_comment_are_not_in_the_way(group_manager):
    report = complete(ReportFactory())
    PassageFactory(report=report, section="audits", number=2, text="")
    report.nothings.create(item="audits", because="None was done.")
    CommentFactory(report=report, settled_at=AT, settled_by=group_manager)
    assert in_the_way(report, on=date(2017, 7, 20)) == []


def test_a_report_waits_for_the_end_of_its_period(group_manager):
    report = ReportFactory(period="2017-18-H1")
    assert [one.words for one in in_the_way(report, on=date(2017, 9, 29))] == [
        "The period is not over until 30 September 2017"
    ]
    assert in_the_way(report, on=date(2017, 9, 30)) == []  # a half needs no Handbook list


def test_the_history_tells_who_did_what_even_what_was_undone(group_manager, practice_manager):
    report = complete(ReportFactory(begun_by=group_manager))
    submit_report(report, at=AT, by=group_manager)
    send_back(report, section="team", text="Who left?", at=AT, by=practice_manager)
    assert [(one.words, one.person) for one in steps_of(report)] == [
        ("Sent back or taken back", None),  # by a command: a page knows who asks
        ("Sent to the practice manager", group_manager),
        ("Begun", group_manager),
    ]


def test_what_is_published_and_corrected_stands_in_the_history(group_manager):
    report = standing(P)
    report.editions.get()
    open_correction(report, reason="The total of Table 3", at=AT, by=group_manager)
    assert next((one.words, one.text) for one in steps_of(report)) == (
        "Opened for a correction", "The total of Table 3",
    )  # fmt: skip
    drop_correction(report, at=AT, by=group_manager)
    assert steps_of(report)[0].words == "Correction dropped"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_approve_at_once_one_does():
    CouncilFactory()
    report, managers = standing(R), [UserFactory(role=GM) for _ in range(2)]
    ready, came_of = Barrier(2), []

    def approve(by):
        try:
            ready.wait()
            approve_report(Report.objects.get(pk=report.pk), at=AT, by=by)
            came_of.append(by.pk)
        except Refusal as refusal:
            came_of.append(refusal.sentence)
        finally:
            connection.close()

    threads = [Thread(target=approve, args=[by]) for by in managers]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    report.refresh_from_db()
    assert report.approved_by_id in came_of
    refused = [one for one in came_of if isinstance(one, str)]
    assert refused == ["Approve: this cannot be done while the report is approved."]


@pytest.mark.django_db(transaction=True)
def test_a_dropped_correction_leaves_what_was_published(monkeypatch):
    CouncilFactory()
    before = ReportFactory(period="2015-16", closed=True)
    promised = PriorityFactory(report=before, result="done")
    report = standing(A)
    manager = report.begun_by
    quoted = report.quotes.create(
        words="They listened.", age_band="5_to_10", consent_on=AT, consent_to="Nan"
    )
    kept = report.priorities.get()
    publish_report(report, at=AT, by=manager)
    later = AT.replace(hour=11)
    open_correction(report, reason="The team", at=later, by=manager)
    PassageFactory(report=report, section="team", number=9, text="Other words", saved_at=later)
    PassageFactory(report=report, section="unit", number=1, text="New words", saved_at=later)
    Priority.objects.filter(pk=kept.pk).update(title="Another")
    Priority.objects.filter(pk=promised.pk).update(result="not_done")
    report.priorities.create(
        position=2, title="One more", lead="A", due_on=date(2018, 1, 1), measure="B"
    )
    quoted.delete()
    drop_correction(report, at=later, by=manager)
    report.refresh_from_db()
    assert (state_of(report), report.correction, report.closed_at) == (P, "", AT)
    words = {
        section: report.passages.filter(section=section).order_by("-number")[0].text
        for section in ("team", "unit")
    }
    assert words == {"team": "More reviews were held in time.", "unit": ""}
    assert list(report.priorities.values_list("title", flat=True)) == [kept.title]
    assert report.quotes.get().words == "They listened."
    promised.refresh_from_db()
    assert promised.result == "done"


def test_what_was_published_is_never_written_over(group_manager):
    report = complete(ReportFactory(closed=True))
    published = report.passages.get(section="team")
    soon = published.begun_at.replace(minute=20)
    open_correction(report, reason="A word", at=soon, by=group_manager)
    assert list(report.passages.filter(section="team").values_list("number", flat=True)) == [2, 1]
