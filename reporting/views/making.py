"""Asking for a report, seeing how far it is, opening it."""

from io import BytesIO

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from iro_service import clock
from reporting.actions import ask_for_report
from reporting.audience import Audience
from reporting.figures import ReportingYear
from reporting.models import Making, ReportFile
from reporting.naming import file_name


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_make(request, year: ReportingYear):
    """Have the report made for the readers asked for, and show how far it is."""
    audience = request.POST.get("audience", Audience.INTERNAL)
    if audience not in Audience.values:
        raise Http404
    report = ask_for_report(year, audience=audience, at=clock.now(), by=request.user)
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
    files = ReportFile.objects.select_related("making__edition")
    file = get_object_or_404(files.defer("making__edition__documents"), making=pk)
    made = file.making
    name = file_name(made.period, made.audience, made.edition.number if made.edition else None)
    return FileResponse(BytesIO(file.pdf), filename=f"{name}.pdf", content_type="application/pdf")


def _report(pk) -> Making:
    makings = Making.objects.select_related("asked_by", "edition")
    return get_object_or_404(makings.defer("edition__documents", "edition__figures"), pk=pk)
