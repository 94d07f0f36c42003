"""Publishes the report of a half-year, step by step, so that the public page has one."""

from accounts.models import Role
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import FIRST
from iro_service.demonstration.report_words import moment, passages
from reporting.actions import publish_report
from reporting.actions.steps import approve_report, review_report, submit_report
from reporting.models import Passage, Report

PERIOD = "2016-17-H2"
BEGUN, SUBMITTED = moment("2017-04-24 10:00"), moment("2017-05-08 15:30")
REVIEWED, APPROVED = moment("2017-05-10 09:15"), moment("2017-05-11 11:00")
PUBLISHED = moment("2017-05-15 10:00")


def publish_interim_report(office: Office) -> None:
    """Written by the group manager, read by the practice manager, approved and published."""
    manager, second = (
        office.users[FIRST[role]] for role in (Role.GROUP_MANAGER, Role.PRACTICE_MANAGER)
    )
    report = Report.objects.create(period=PERIOD, begun_at=BEGUN, begun_by=manager)
    Passage.objects.bulk_create(
        [
            Passage(
                report=report,
                section=section,
                number=1,
                text=text,
                begun_at=BEGUN,
                saved_at=BEGUN,
                by=manager,
            )
            for section, text in passages(PERIOD).items()
        ]
    )
    submit_report(report, at=SUBMITTED, by=manager)
    review_report(report, at=REVIEWED, by=second)
    approve_report(report, at=APPROVED, by=manager)
    publish_report(report, at=PUBLISHED, by=manager)
