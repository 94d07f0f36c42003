"""What managers say to each other about a section, and what there is nothing to report on."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from iro_service.refusals import Refusal
from reporting.actions.writing import refuse_what_stands
from reporting.handbook import ITEMS
from reporting.models import Comment, Nothing, Report
from reporting.outline import HEADINGS


def comment_on(report: Report, *, section: str, text: str, at: datetime, by: User) -> Comment:
    """Say something about a section, until the report is published."""
    if section not in HEADINGS:
        raise Refusal("Choose a section of the report.")
    if report.closed_at:
        raise Refusal("This report is published: nothing in it can change any more.")
    return Comment.objects.create(report=report, section=section, text=text, by=by, at=at)


def settle_comment(comment: Comment, *, at: datetime, by: User) -> None:
    """Say that a comment is dealt with; a second time changes nothing."""
    Comment.objects.filter(pk=comment.pk, settled_at=None).update(settled_at=at, settled_by=by)


@transaction.atomic
def say_nothing(report: Report, *, item: str, because: str) -> Nothing:
    """Say why there is nothing to report on one thing the Handbook asks for, or say it anew."""
    if item not in ITEMS:
        raise Refusal("The Handbook does not ask for this.")
    refuse_what_stands(Report.objects.select_for_update().get(pk=report.pk))
    return Nothing.objects.update_or_create(
        report=report, item=item, defaults={"because": because}
    )[0]


@transaction.atomic
def take_back_nothing(report: Report, *, item: str) -> None:
    """Take it back: there is something to report after all."""
    refuse_what_stands(Report.objects.select_for_update().get(pk=report.pk))
    Nothing.objects.filter(report=report, item=item).delete()
