"""Comments on a section, and what there is nothing to report on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from iro_service import clock
from reporting.actions.talking import (
    comment_on,
    say_nothing,
    settle_comment,
    take_back_nothing,
)
from reporting.figures import ReportingYear
from reporting.forms.writing import CommentForm, NothingForm
from reporting.handbook import ITEMS
from reporting.models import Comment
from reporting.outline import HEADINGS
from reporting.views.writing.page import composer, get_from, the_heading, the_report


@require_POST
@for_roles(*MANAGERS)
def report_comment(request, year: ReportingYear, section: str):
    """Comment on a section."""
    heading, report = the_heading(section), the_report(year)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return composer(request, year, heading, comment_form=form)
    text = form.cleaned_data["text"]
    comment_on(report, section=section, text=text, at=clock.now(), by=request.user)
    return _back(year, section, "comments")


@require_POST
@for_roles(*MANAGERS)
def report_comment_settle(request, pk: int):
    """Settle a comment."""
    comment = get_object_or_404(Comment.objects.select_related("report"), pk=pk)
    settle_comment(comment, at=clock.now(), by=request.user)
    messages.success(request, "The comment is settled.")
    return _back(comment.report.year, comment.section, "comments")


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_nothing(request, year: ReportingYear, item: str):
    """Say why there is nothing to report on one thing."""
    asked, report = get_from(ITEMS, item), the_report(year)
    heading, form = HEADINGS[asked.sections[0]], NothingForm(request.POST, prefix=item)
    if not form.is_valid():
        return composer(request, year, heading, nothing_form=(item, form))
    say_nothing(report, item=item, **form.cleaned_data)
    return _back(year, heading.id, "handbook")


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_nothing_take_back(request, year: ReportingYear, item: str):
    """Take it back."""
    asked = get_from(ITEMS, item)
    take_back_nothing(the_report(year), item=item)
    return _back(year, asked.sections[0], "handbook")


def _back(year: ReportingYear, section: str, part: str):
    return redirect(f"{reverse('report_write', args=[year, section])}#{part}")
