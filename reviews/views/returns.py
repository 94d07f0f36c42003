"""Returns: bringing them in, and seeing what came of it."""

from io import BytesIO

from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS
from audit.actions import log_look
from cohort.council import the_council
from cohort.models import ImportFile, ImportRun
from iro_service import clock
from reviews.forms.returns import ReturnFilesForm
from reviews.importing.asking import ask_for_return, go_on
from reviews.importing.listed import Listed
from reviews.importing.outcome import told
from statute.reporting_year import ReportingYear

A_PAGE = 20


@for_roles(*MANAGERS)
def returns(request):
    """The years a return can be made of, and the returns that were brought in."""
    runs = ImportRun.objects.filter(kind=ImportRun.Kind.SSDA903).select_related("asked_by")
    page = Paginator(runs, A_PAGE).get_page(request.GET.get("page"))
    context = {"years": _years(), "page": page, "rows": [Listed.of(run) for run in page]}
    return render(request, "reviews/returns.html", context)


@for_roles(*MANAGERS)
def return_import(request):
    """Hand in the files of a return, to be looked at or imported."""
    answer = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReturnFilesForm(*answer)
    if request.method == "POST" and form.is_valid():
        run = ask_for_return(
            form.cleaned_data["files"],
            year=form.cleaned_data["year"],
            dry_run="import" not in request.POST,
            at=clock.now(),
            by=request.user,
        )
        return redirect("import_run", pk=run.pk)
    return render(request, "reviews/return_import.html", {"form": form})


@for_roles(*MANAGERS)
def import_run(request, pk):
    """How far an import is, then what came of it."""
    return render(request, "reviews/import_run.html", told(_run(pk)))


@for_roles(*MANAGERS)
def import_state(request, pk):
    """The part of that page that changes."""
    return render(request, "reviews/parts/import_state.html", told(_run(pk)))


@for_roles(*MANAGERS)
def import_rejects(request, pk):
    """All rows handed back, as a file for a spreadsheet; who took it is kept."""
    files = ImportFile.objects.filter(part=ImportFile.Part.REJECTS)
    file = get_object_or_404(files, run=pk)
    log_look(
        subject="import", subject_id=pk, page="import rejects", at=clock.now(), by=request.user
    )
    return FileResponse(BytesIO(file.content), as_attachment=True, filename=file.name)


@for_roles(*MANAGERS)
@require_POST
def import_carry_out(request, pk):
    """Import the files that were looked at."""
    run = go_on(_run(pk), at=clock.now(), by=request.user)
    return redirect("import_run", pk=run.pk)


def _run(pk) -> ImportRun:
    return get_object_or_404(ImportRun.objects.select_related("asked_by"), pk=pk)


def _years() -> list[ReportingYear]:
    """The years since the records began, the newest first."""
    first, now = ReportingYear.of(the_council().records_from), ReportingYear.of(clock.today())
    return [ReportingYear(year) for year in range(now.begins_in, first.begins_in - 1, -1)]
