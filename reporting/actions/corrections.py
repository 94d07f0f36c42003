"""A published report opened again, and the correction dropped."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from iro_service.refusals import Refusal
from reporting.actions.steps import NO_STEPS, step
from reporting.actions.writing import SITTING
from reporting.desk.moves import Move
from reporting.desk.put_back import put_back_lists, put_back_words
from reporting.models import Passage, Report

KEPT = ("submitted_at", "submitted_by_id", "reviewed_at", "reviewed_by_id",
        "approved_at", "approved_by_id", "closed_at")  # fmt: skip


@transaction.atomic
def open_correction(report: Report, *, reason: str, at: datetime, by: User) -> Report:
    """Open a published report again: its steps are taken anew before the next edition."""
    if not reason.strip():
        raise Refusal("Enter what is wrong in the published report.")
    step(report, Move.CORRECT, by=by, correction=reason.strip(), closed_at=None, **NO_STEPS)
    # What one person writes within a while is one version: what was published stays its own.
    for passage in report.passages.order_by("section", "-number").distinct("section"):
        if at - passage.begun_at <= SITTING:
            Passage.objects.create(
                report=report, section=passage.section, number=passage.number + 1,
                text=passage.text, begun_at=at, saved_at=at, by=by,
            )  # fmt: skip
    return report


@transaction.atomic
def drop_correction(report: Report, *, at: datetime, by: User) -> Report:
    """Drop a correction: words and lists go back to the last edition's, its steps stand again."""
    history = Report.pgh_event_model.objects  # type: ignore[attr-defined]
    versions = history.filter(pgh_obj=report.pk).order_by("-pgh_id")
    last = versions.filter(closed_at__isnull=False).first()
    if last is None:
        raise Refusal("This report was never published.")
    opened = versions.filter(pgh_id__gt=last.pgh_id).last()
    step(report, Move.DROP, by=by, correction="", **{name: getattr(last, name) for name in KEPT})
    put_back_words(report, last.closed_at, at=at, by=by)
    put_back_lists(report, opened.pgh_created_at)
    return report
