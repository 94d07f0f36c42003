"""Publishing a report: its figures and words are frozen as a numbered edition."""

import json
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from iro_service import clock
from iro_service.refusals import Refusal
from reporting.actions.asking import ask_for_edition
from reporting.audience import Audience
from reporting.document import frozen
from reporting.figures import as_json, figures
from reporting.models import Edition, Report
from reporting.report import compose
from reporting.writing import writing_of
from reporting.written import day


@transaction.atomic
def publish_report(report: Report, *, at: datetime, by: User) -> Edition:
    """Freeze an approved report as its next edition, close it, and have its PDFs made.

    Raises Refusal for a report that is not approved, is published already, is of a period that
    is not over, or is published anew without a reason.
    """
    on = clock.day_of(at)
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    number = report.editions.count() + 1
    _refuse_what_is_not_ready(report, number, on)
    taken, writing = figures(report.period, on=on), writing_of(report)
    edition = Edition(
        report=report, number=number, published_at=at, published_by=by,
        reason=report.correction if number > 1 else "", figures=json.loads(as_json(taken)),
    )  # fmt: skip
    edition.documents = {
        audience: frozen(compose(taken, writing, audience, made=published_line(edition)))
        for audience in Audience.values
    }
    edition.save()
    report.closed_at, report.correction = at, ""
    report.save(update_fields=["closed_at", "correction"])
    ask_for_edition(edition, at=at, by=by)
    return edition


def published_line(edition: Edition) -> str:
    """Which edition it is, from when, and what was put right in it."""
    published_on = clock.day_of(edition.published_at)
    line = f"Edition {edition.number}, published on {day(published_on.isoformat())}"
    return f"{line}. Corrected: {_sentence(edition.reason)}" if edition.reason else f"{line}."


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _refuse_what_is_not_ready(report: Report, number: int, on: date) -> None:
    if report.closed_at:
        raise Refusal("This report is published already. To correct it, open it again first.")
    if not report.approved_at:
        raise Refusal("This report is not approved yet, so it cannot be published.")
    if on < report.year.last:
        raise Refusal(
            f"The period of this report ends on {day(report.year.last.isoformat())}: "
            "publish it once it is over."
        )
    if number > 1 and not report.correction:
        raise Refusal("A corrected edition says why it was made: give the reason.")
