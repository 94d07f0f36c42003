"""The jobs of chasing and of imports; each may run twice, late, or after a week's gap."""

import logging
from datetime import date

from celery import shared_task

from iro_service import clock
from iro_service.claims import IMPORTS, claimed
from iro_service.refusals import Refusal
from reviews.actions import notices
from reviews.importing import carrying_out, clearing
from reviews.importing.kinds import may_start

log = logging.getLogger(__name__)


@shared_task
def owe_notices(on: str | None = None) -> None:
    """Owe what is chased on the day (ISO), today unless it says otherwise."""
    notices.owe_notices(on=date.fromisoformat(on) if on else clock.today())


@shared_task
def owe_digests(on: str | None = None) -> None:
    """Owe the mails about the week of the day (ISO), today unless it says otherwise."""
    notices.owe_digests(on=date.fromisoformat(on) if on else clock.today())


@shared_task
def send_notices() -> None:
    """Send what is owed and was not sent."""
    notices.send_notices(at=clock.now())


@shared_task(soft_time_limit=3_300, time_limit=3_600)
def carry_out_import(run_id: int) -> None:
    """Carry an import out unless it is done, was given up, or another worker is at it."""
    with claimed(IMPORTS, run_id) as mine:
        run = carrying_out.unfinished().filter(pk=run_id).first()
        if not (mine and run and may_start(run)):
            return
        try:
            carrying_out.carry_out(run, on=clock.today())
        except Refusal as refusal:
            carrying_out.fail(run, refusal)
        except Exception as error:
            log.exception("The import %s could not be carried out.", run_id)
            carrying_out.fail(run, error)


@shared_task
def resume_imports() -> None:
    """Queue again what is not finished: those whose worker lives are left to it."""
    for run in carrying_out.unfinished():
        if may_start(run):
            carry_out_import.delay(run.pk)


@shared_task
def clear_imports() -> None:
    """Delete files and rejects of imports that were kept for long enough."""
    clearing.clear_away(on=clock.today())
