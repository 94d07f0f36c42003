"""The jobs of reporting; each may run twice, late, or after its worker was killed."""

import logging

from celery import shared_task

from iro_service import clock
from iro_service.claims import REPORTS, claimed
from reporting import making
from reporting.models import Making

log = logging.getLogger(__name__)


@shared_task
def make_report(report_id: int) -> None:
    """Make a report unless it is made, was given up, or another worker is at it."""
    with claimed(REPORTS, report_id) as mine:
        report = Making.objects.in_the_making().filter(pk=report_id).first()
        if not (mine and report):
            return
        try:
            making.make(report, on=clock.today(), at=clock.now())
        except Exception as error:
            log.exception("The report %s of %s could not be made.", report_id, report.period)
            making.fail(report, error, at=clock.now())


@shared_task
def resume_reports() -> None:
    """Queue again what is in the making: those whose worker lives are left to it."""
    for pk in Making.objects.in_the_making().values_list("pk", flat=True):
        make_report.delay(pk)
