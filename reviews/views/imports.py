"""Bringing in what other systems know: which kinds there are, the file, its columns."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.models import ImportFile, ImportRun
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reviews.forms.register import ColumnsForm, RegisterFileForm, SheetForm, sheets_of
from reviews.importing.handing_in import best_guess, hand_in, match_columns, samples
from reviews.importing.listed import Listed
from reviews.importing.registers import REGISTERS, Register
from reviews.importing.tables import open_table

A_PAGE = 20
GIVEN = ImportFile.objects.filter(part=ImportFile.Part.GIVEN).defer("content")


@for_roles(*MANAGERS)
def imports(request):
    """What can be brought in, and what was."""
    runs = ImportRun.objects.select_related("asked_by").prefetch_related(Prefetch("files", GIVEN))
    page = Paginator(runs, A_PAGE).get_page(request.GET.get("page"))
    kinds = [(kind, ImportRun.Kind(kind).label, register) for kind, register in REGISTERS.items()]
    context = {"kinds": kinds, "page": page, "rows": [Listed.of(run) for run in page]}
    return render(request, "reviews/imports.html", context)


@for_roles(*MANAGERS)
def import_new(request, kind):
    """Hand in a file of one kind."""
    register = _register(kind)
    form = RegisterFileForm(*_answer(request))
    if request.method == "POST" and form.is_valid():
        name, content = form.cleaned_data["file"]
        run = hand_in(kind, name=name, content=content, at=clock.now(), by=request.user)
        return redirect("import_columns", pk=run.pk)
    context = {"form": form, "kind": ImportRun.Kind(kind), "register": register}
    return render(request, "reviews/import_new.html", context)


@for_roles(*MANAGERS)
def import_template(request, kind):
    """An empty file of a kind, with our own names of its columns."""
    columns = [column.label for column in _register(kind).columns]
    return spreadsheet(request, kind, columns, [])


@for_roles(*MANAGERS)
def import_columns(request, pk):
    """Say which column of the file is which, then look first, or import."""
    run = get_object_or_404(ImportRun, pk=pk, kind__in=REGISTERS)
    file = get_object_or_404(run.files, part=ImportFile.Part.GIVEN)  # gone once it is imported
    content = bytes(file.content)
    sheets = sheets_of(content)
    sheet = request.GET.get("sheet", run.columns.get("sheet", ""))
    if sheets and sheet not in sheets:
        return _which_sheet(request, run, file, sheets)
    table = open_table(content, sheet=sheet)
    form = ColumnsForm(
        request.POST or None,
        register=REGISTERS[run.kind],
        samples=samples(table),
        initial=best_guess(run, table.headings),
    )
    if request.method == "POST" and form.is_valid():
        said = {"matched": form.cleaned_data, "headings": table.headings, "sheet": sheet}
        looks = "import" not in request.POST
        run = match_columns(run, dry_run=looks, at=clock.now(), by=request.user, **said)
        return redirect("import_run", pk=run.pk)
    context = {"form": form, "run": run, "file": file, "sheet": sheet, "sheets": sheets}
    return render(request, "reviews/import_columns.html", context)


def _which_sheet(request, run: ImportRun, file: ImportFile, sheets: list[str]):
    form = SheetForm(request.POST or None, sheets=sheets)
    if request.method == "POST" and form.is_valid():
        return redirect(f"{request.path}?{urlencode(form.cleaned_data)}")
    return render(request, "reviews/import_sheet.html", {"form": form, "run": run, "file": file})


def _answer(request):
    """What was posted: no file and no word is an answer too."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _register(kind: str) -> Register:
    if kind not in REGISTERS:
        raise Http404
    return REGISTERS[kind]
