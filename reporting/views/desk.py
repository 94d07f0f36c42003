"""A report's own page, and the steps that need no question."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from cohort.council import the_council
from iro_service import clock
from reporting.actions.corrections import drop_correction
from reporting.actions.steps import (
    NotReady,
    approve_report,
    review_report,
    submit_report,
    take_back,
)
from reporting.desk import next_moves, state_of
from reporting.desk.in_the_way import in_the_way
from reporting.desk.next_step import next_step
from reporting.desk.periods import Period
from reporting.desk.progress import progress_of
from reporting.desk.steps import steps_of
from reporting.figures import ReportingYear
from reporting.models import Edition, Report
from reporting.names import named_in
from reporting.writing import to_look_back_on, writing_of


@for_roles(*MANAGERS)
def report_desk(request, year: ReportingYear):
    """How far the report is, what is missing, who did what, and what comes next."""
    return _desk(request, year)


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_submit(request, year: ReportingYear):
    """Send it to the practice manager, or show what is in the way."""
    report = report_of(year)
    try:
        submit_report(report, at=clock.now(), by=request.user)
    except NotReady as not_ready:
        return _desk(request, year, problems=not_ready.obstacles)
    messages.success(request, "Sent. The practice manager reviews it next.")
    return redirect("report_desk", year)


@require_POST
@for_roles(Role.PRACTICE_MANAGER)
def report_review(request, year: ReportingYear):
    """Mark it as reviewed."""
    review_report(report_of(year), at=clock.now(), by=request.user)
    messages.success(request, "Reviewed. Its words stand now; the group manager approves it next.")
    return redirect("report_desk", year)


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_approve(request, year: ReportingYear):
    """Approve it, or show what is in the way."""
    report = report_of(year)
    try:
        approve_report(report, at=clock.now(), by=request.user)
    except NotReady as not_ready:
        return _desk(request, year, problems=not_ready.obstacles)
    messages.success(request, "Approved. Check what everybody will read, then publish it.")
    return redirect("report_desk", year)


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_take_back(request, year: ReportingYear):
    """Take it back to change it."""
    take_back(report_of(year), by=request.user)
    messages.success(request, "Taken back. It can be changed, and has to be sent again.")
    return redirect("report_desk", year)


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_correction_drop(request, year: ReportingYear):
    """Drop the correction."""
    drop_correction(report_of(year), at=clock.now(), by=request.user)
    messages.success(request, "Dropped. The words and lists are those of the last edition again.")
    return redirect("report_desk", year)


def report_of(year: ReportingYear) -> Report:
    """The period's report, or 404 while nobody has begun it."""
    return get_object_or_404(Report, period=str(year))


def _desk(request, year: ReportingYear, problems=()):
    today = clock.today()
    if today < year.first:
        raise Http404
    slim = Prefetch("editions", Edition.objects.defer("figures", "documents"))
    report = Report.objects.prefetch_related(slim).filter(period=str(year)).first()
    obstacles = in_the_way(report, on=today) if report else []
    context = {
        "year": year,
        "report": report,
        "state": state_of(report),
        "as_at": year.as_at(today),
        "basis": Period(year, report, year.as_at(today), False, the_council().records_from),
        "progress": progress_of(report),
        "in_the_way": obstacles,
        "problems_in_the_way": problems,
        "next": next_step(year, report, obstacles, request.user, on=today),
        "moves": next_moves(state_of(report), request.user),
        **(_lists(report) if report else {}),
    }
    return render(request, "reporting/desk/desk.html", context, status=409 if problems else 200)


def _lists(report: Report) -> dict:
    looked = to_look_back_on(report)
    return {
        "steps": steps_of(report),
        "named": named_in(writing_of(report)),
        "counts": {
            "priorities": report.priorities.count(),
            "look_back": looked.count(),
            "look_back_left": looked.filter(result__isnull=True).count(),
            "quotes": report.quotes.count(),
            "said": report.said_and_did.count(),
        },
    }
