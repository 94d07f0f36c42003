"""Figures published before the records began: to see, to enter, to import."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.council import the_council
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted
from reporting.actions import publish_month, publish_year
from reporting.figures import ReportingYear
from reporting.forms import PublishedFileForm, PublishedMonthForm, PublishedYearForm
from reporting.models import PublishedMonth, PublishedYear
from reporting.percent import percent
from reporting.published import import_published


@for_roles(*MANAGERS)
def published_figures(request):
    """What was published, with the shares it gives."""
    months = [
        {"row": row, "percent": percent(row.in_timescale, row.reviews)}
        for row in PublishedMonth.objects.order_by("-month")
    ]
    years = [
        {"row": row, "percent": percent(row.participated, row.reviews_aged_4_and_over)}
        for row in PublishedYear.objects.order_by("-year")
    ]
    context = {"months": months, "years": years, "records_from": the_council().records_from}
    return render(request, "reporting/published_figures.html", context)


@for_roles(*MANAGERS)
def published_month(request, pk=None):
    """Enter a month, or correct one."""
    row = get_object_or_404(PublishedMonth, pk=pk) if pk else None
    form = PublishedMonthForm(
        request.POST or None,
        records_from=the_council().records_from,
        known=row and row.month,
        initial=row and {"reviews": row.reviews, "in_timescale": row.in_timescale},
    )
    if request.method == "POST" and form.is_valid():
        saved = publish_month(**{"month": row and row.month, **form.cleaned_data})
        messages.success(request, f"Saved. {saved.month:%B %Y} is in the three-year tables.")
        return redirect("published_figures")
    heading = f"Timeliness in {row.month:%B %Y}" if row else "Timeliness of a month"
    return render(request, "reporting/published.html", {"form": form, "heading": heading})


@for_roles(*MANAGERS)
def published_year(request, pk=None):
    """Enter a year, or correct one."""
    row = get_object_or_404(PublishedYear, pk=pk) if pk else None
    names = ("reviews_aged_4_and_over", "participated", "not_recorded", "looked_after")
    form = PublishedYearForm(
        request.POST or None,
        records_from=the_council().records_from,
        known=row and row.year,
        initial=row and {name: getattr(row, name) for name in names},
    )
    if request.method == "POST" and form.is_valid():
        year = row and ReportingYear.parse(row.year)
        saved = publish_year(**{"year": year, **form.cleaned_data})
        messages.success(request, f"Saved. {saved.year} is in the three-year tables.")
        return redirect("published_figures")
    heading = f"Participation in {row.year}" if row else "Participation in a year"
    return render(request, "reporting/published.html", {"form": form, "heading": heading})


@for_roles(*MANAGERS)
def published_figures_import(request):
    """Take the good rows of a CSV file, and hand back the others with their reasons."""
    form = PublishedFileForm(request.POST or None, request.FILES or None)
    imported = None
    if request.method == "POST" and form.is_valid():
        try:
            imported = import_published(form.cleaned_data["file"].read())
        except Refusal as refusal:
            form.add_error("file", refusal.sentence)
    if imported and not imported.handed_back:
        rows = counted(imported.taken, "row,rows")
        messages.success(request, f"Imported {rows} of {imported.kind}.")
        return redirect("published_figures")
    context = {"form": form, "imported": imported}
    return render(request, "reporting/published_import.html", context)
