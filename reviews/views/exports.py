"""A year's return on its way out: what is wrong with it, and its files."""

from io import BytesIO

from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse

from accounts.access import for_roles
from accounts.models import MANAGERS
from audit.actions import log_look
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted as in_number
from reviews.ssda903.exporting.checks import CHECKS, Check, Severity, counted, what_blocks
from reviews.ssda903.exporting.in_return import of_short_breaks_only
from reviews.ssda903.exporting.snapshot import one_snapshot
from reviews.ssda903.exporting.tables import TABLES
from reviews.ssda903.exporting.writing import FILES, write_zip
from statute.reporting_year import ReportingYear

A_PAGE = 50
COLUMNS = ["Reference", "Child", "What is wrong", "Where"]


@for_roles(*MANAGERS)
def return_export(request, year: ReportingYear):
    """What is wrong with the return of a year, the gravest first, and how much is in it."""
    _must_have_begun(year)
    found = counted(year)
    context = {
        "year": year,
        "is_running": clock.today() <= year.last,
        "today": clock.today(),
        "files": [(FILES[table.name], table.number(year)) for table in TABLES],
        "groups": _by_severity(found),
        "is_blocked": bool(what_blocks(found)),
        "not_asked": of_short_breaks_only(year).count(),
    }
    return render(request, "reviews/return_export.html", context)


@for_roles(*MANAGERS)
def return_findings(request, year: ReportingYear, name: str):
    """All records with one fault, each with the page that mends it."""
    _must_have_begun(year)
    check = _check(name)
    page = Paginator(check.at_fault(year), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "check": check,
        "page": page,
        "findings": [check.tell(record) for record in page],
        "count_text": in_number(page.paginator.count, "record,records"),
        "download_href": reverse("return_findings_download", args=[year, name]) + "?",
    }
    return render(request, "reviews/return_findings.html", context)


@for_roles(*MANAGERS)
def return_findings_download(request, year: ReportingYear, name: str):
    """The same as a file, to be worked through."""
    _must_have_begun(year)
    check = _check(name)
    told = map(check.tell, check.at_fault(year).iterator(chunk_size=1_000))
    rows = (
        (one.child.reference, str(one.child), one.sentence, request.build_absolute_uri(one.href))
        for one in told
    )
    return spreadsheet(request, f"return-{year}-{name}", COLUMNS, rows)


@for_roles(*MANAGERS)
def return_export_files(request, year: ReportingYear):
    """The files of the return as one ZIP; who took them is kept."""
    _must_have_begun(year)
    with one_snapshot():
        if what_blocks(counted(year)) and "anyway" not in request.GET:
            raise Refusal(f"The return of {year} cannot be handed in yet: see what is wrong first.")
        archive = BytesIO()  # a tenth of the files: some megabytes for the largest council
        write_zip(year, archive)
    archive.seek(0)
    log_look(
        subject="return",
        subject_id=year.begins_in,
        page="SSDA903 return",
        at=clock.now(),
        by=request.user,
    )
    return FileResponse(archive, as_attachment=True, filename=f"SSDA903-{year}.zip")


def _must_have_begun(year: ReportingYear) -> None:
    if clock.today() < year.first:
        raise Http404


def _check(name: str) -> Check:
    for check in CHECKS:
        if check.name == name:
            return check
    raise Http404


def _by_severity(found: list[tuple[Check, int]]) -> list[dict]:
    """The faults under what they do to the return; nothing where there are none."""
    groups = [
        {
            "severity": severity,
            "checks": [(check, number) for check, number in found if check.severity is severity],
        }
        for severity in Severity
    ]
    return [group for group in groups if group["checks"]]
