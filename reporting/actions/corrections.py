"""A published report opened again, and the correction dropped."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from iro_service.refusals import Refusal
from reporting.actions.steps import NO_STEPS, step
from reporting.desk.moves import Move
from reporting.models import Passage, Report

KEPT = ("submitted_at", "submitted_by_id", "reviewed_at", "reviewed_by_id",
        "approved_at", "approved_by_id", "closed_at")  # fmt: skip


def open_correction(report: Report, *, reason: str, by: User) -> Report:
    """Open a published report again: its steps are taken anew before the next edition."""
    if not reason.strip():
        raise Refusal("Enter what is wrong in the published report.")
    return step(report, Move.CORRECT, by=by, correction=reason.strip(), closed_at=None, **NO_STEPS)


@transaction.atomic
def drop_correction(report: Report, *, at: datetime, by: User) -> Report:
    """Drop a correction: the words go back to the last edition's, and its steps stand again.

    Only words go back by themselves. Raises Refusal while a list was changed since: those are put
    back by hand, or the correction is published.
    """
    closed = _versions(Report, pgh_obj=report.pk).filter(closed_at__isnull=False)
    last = closed.order_by("-pgh_id").first()
    if last is None:
        raise Refusal("This report was never published.")
    step(report, Move.DROP, by=by, correction="", **{name: getattr(last, name) for name in KEPT})
    _put_back(report, last.closed_at, at, by)
    return report
