"""Asking for a report, seeing how far it is, opening it."""

from io import BytesIO

from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from iro_service import clock
from reporting.actions import ask_for_report
from reporting.figures import ReportingYear
from reporting.models import Making, ReportFile


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_make(request, year: ReportingYear):
    """Have the report made, and show how far it is."""
    report = ask_for_report(year, at=clock.now(), by=request.user)
    return redirect("report_progress", pk=report.pk)


@for_roles(*MANAGERS)
def report_progress(request, pk):
    """How far a report is; scripts ask again by themselves, without them there is a link."""
    return render(request, "reporting/progress.html", {"report": _report(pk)})


@for_roles(*MANAGERS)
def report_state(request, pk):
    """The part of that page that changes."""
    return render(request, "reporting/parts/progress.html", {"report": _report(pk)})


@for_roles(*MANAGERS)
def report_pdf(request, pk):
    """The PDF as it was made, opened in the browser under a proper name."""
    file = get_object_or_404(ReportFile.objects.select_related("making"), making=pk)
    name = f"IRO-annual-report-{file.making.period}.pdf"
    return FileResponse(BytesIO(file.pdf), filename=name, content_type="application/pdf")


def _report(pk) -> Making:
    return get_object_or_404(Making.objects.select_related("asked_by"), pk=pk)
