"""The versions of a section's words: who wrote what, what changed, one brought back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from iro_service import clock
from reporting.actions.writing import bring_back
from reporting.composer.changes import changes
from reporting.figures import ReportingYear
from reporting.models import Passage
from reporting.views.writing.page import may_write, standing, the_heading, the_report

A_PAGE = 20


@for_roles(*MANAGERS)
def report_passage_versions(request, year: ReportingYear, section: str):
    """Every version, the latest first."""
    heading, report = the_heading(section), the_report(year)
    versions = report.passages.filter(section=section).select_related("by").order_by("-number")
    page = Paginator(versions, A_PAGE).get_page(request.GET.get("page"))
    context = {"year": year, "heading": heading, "report": report, "page": page}
    return render(request, "reporting/writing/versions.html", context)


@for_roles(*MANAGERS)
def report_passage_version(request, year: ReportingYear, section: str, number: int):
    """One version, with what changed in it from the one before."""
    heading, report = the_heading(section), the_report(year)
    passage = _version(report, section, number)
    before = report.passages.filter(section=section, number=number - 1).first()
    stands = standing(report, section)
    context = {
        "year": year,
        "heading": heading,
        "report": report,
        "passage": passage,
        "before": before,
        "changes": changes(before.text if before else "", passage.text),
        "stands": stands == passage,
        "may_bring_back": may_write(request.user) and report.may_be_written and stands != passage,
    }
    return render(request, "reporting/writing/version.html", context)


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_passage_restore(request, year: ReportingYear, section: str, number: int):
    """Let the version stand again."""
    the_heading(section)
    again = bring_back(_version(the_report(year), section, number), at=clock.now(), by=request.user)
    messages.success(request, f"Version {number} stands again, as version {again.number}.")
    return redirect("report_write", year, section)


def _version(report, section: str, number: int) -> Passage:
    versions = Passage.objects.select_related("by", "report")
    return get_object_or_404(versions, report=report, section=section, number=number)
