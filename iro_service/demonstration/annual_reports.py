"""Loads the report of 2016-17 as it is being written, and what the one before it promised."""

from datetime import date, timedelta

from accounts.models import Role, User
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import FIRST
from iro_service.demonstration.report_words import lists, moment, passages
from reporting.models import Comment, Nothing, Passage, Priority, Quote, Report, SaidAndDid

BEFORE, NOW = "2015-16", "2016-17"
BEGUN = {BEFORE: "2016-04-18 10:00", NOW: "2017-07-03 09:30"}
LOOKED_BACK = "2017-07-12 14:15"
# How many minutes the writing of a section took, and until the next one was begun.
WRITING, PAUSE = timedelta(minutes=25), timedelta(hours=21)
BEGINNING = "children"  # the section of which a first version is kept


def load_annual_reports(office: Office) -> None:
    """Two thirds of the words are there; what the Handbook asks for is not all there yet."""
    manager, second = (
        office.users[FIRST[role]] for role in (Role.GROUP_MANAGER, Role.PRACTICE_MANAGER)
    )
    before, report = (
        Report.objects.create(period=period, begun_at=moment(BEGUN[period]), begun_by=manager)
        for period in (BEFORE, NOW)
    )
    _priorities(before, manager)
    _priorities(report, manager)
    _passages(report, manager)
    _comments(report, manager, second)
    item, because = lists()["nothing"]
    Nothing.objects.create(report=report, item=item, because=because)
    SaidAndDid.objects.bulk_create(
        [SaidAndDid(report=report, said=said, did=did) for said, did in lists()["said_and_did"]]
    )
    Quote.objects.bulk_create(
        [
            Quote(
                report=report,
                words=words,
                age_band=band,
                consent_on=date.fromisoformat(on),
                consent_to=to,
                for_public=public,
            )
            for words, band, on, to, public in lists()["quotes"]
        ]
    )


def _priorities(report: Report, manager: User) -> None:
    rows = lists()["priorities"][report.period]
    Priority.objects.bulk_create(
        [
            Priority(
                report=report,
                position=n,
                title=title,
                lead=lead,
                due_on=date.fromisoformat(due_on),
                measure=measure,
                figure=figure,
                result=result or None,
                went=went,
                looked_at=moment(LOOKED_BACK) if result else None,
                looked_by=manager if result else None,
            )
            for n, (title, lead, due_on, measure, figure, result, went) in enumerate(rows, start=1)
        ]
    )


def _passages(report: Report, manager: User) -> None:
    at, rows = report.begun_at, []
    for section, text in passages(report.period).items():
        first = text.split("\n\n")[0]
        versions = [first, text] if section == BEGINNING else [text]
        for number, words in enumerate(versions, start=1):
            rows.append(
                Passage(
                    report=report,
                    section=section,
                    number=number,
                    text=words,
                    begun_at=at,
                    saved_at=at + WRITING,
                    by=manager,
                )
            )
            at += PAUSE
    Passage.objects.bulk_create(rows)


def _comments(report: Report, manager: User, second: User) -> None:
    people = {manager.role: manager, second.role: second}
    Comment.objects.bulk_create(
        [
            Comment(
                report=report,
                section=section,
                text=text,
                by=people[role],
                at=moment(at),
                settled_at=moment(settled) if settled else None,
                settled_by=manager if settled else None,
            )
            for section, role, at, text, settled in lists()["comments"]
        ]
    )
