"""The jobs of chasing; each may run twice, late, or after a week's gap."""

from datetime import date

from celery import shared_task

from iro_service import clock
from reviews.actions import notices


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
