"""Asking for a PDF to be made."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from iro_service.refusals import Refusal
from reporting.audience import Audience
from reporting.figures import ReportingYear
from reporting.models import Making
from reporting.tasks import make_report


@transaction.atomic
def ask_for_report(
    year: ReportingYear, *, audience: str = Audience.INTERNAL, at: datetime, by: User
) -> Making:
    """Have a year's report made; while one is in the making, that one is given."""
    if at.date() < year.first:
        raise Refusal(f"The year {year} has not begun, so there is nothing to report yet.")
    report, _ = Making.objects.get_or_create(
        period=str(year),
        audience=audience,
        edition=None,
        made_at__isnull=True,
        failed_at__isnull=True,
        defaults={"asked_by": by, "asked_at": at},
    )
    # Queued again when asked again: a job whose worker died is taken up, a live one stays alone.
    # Where the queue cannot be reached, the schedule takes it up (robust: logged, not raised).
    transaction.on_commit(lambda: make_report.delay(report.pk), robust=True)
    return report
