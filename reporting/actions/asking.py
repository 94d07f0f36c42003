"""Asking for a PDF to be made."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from iro_service.refusals import Refusal
from reporting.audience import Audience
from reporting.figures import ReportingYear
from reporting.models import Edition, Making
from reporting.tasks import make_report


@transaction.atomic
def ask_for_report(
    year: ReportingYear,
    *,
    audience: str = Audience.INTERNAL,
    edition: Edition | None = None,
    at: datetime,
    by: User,
) -> Making:
    """Have a period's report made; while one is in the making, that one is given.

    Of an edition its frozen document is printed, otherwise the report as it stands.
    """
    if at.date() < year.first:
        raise Refusal(f"The year {year} has not begun, so there is nothing to report yet.")
    making, _ = Making.objects.get_or_create(
        period=str(year),
        audience=audience,
        edition=edition,
        made_at__isnull=True,
        failed_at__isnull=True,
        defaults={"asked_by": by, "asked_at": at},
    )
    # Queued again when asked again: a job whose worker died is taken up, a live one stays alone.
    # Where the queue cannot be reached, the schedule takes it up (robust: logged, not raised).
    transaction.on_commit(lambda: make_report.delay(making.pk), robust=True)
    return making


@transaction.atomic
def ask_for_edition(edition: Edition, *, at: datetime, by: User) -> list[Making]:
    """Have an edition made for each of its readers."""
    year = ReportingYear.parse(edition.report.period)
    return [
        ask_for_report(year, audience=audience, edition=edition, at=at, by=by)
        for audience in Audience.values
        if audience in edition.documents
    ]
