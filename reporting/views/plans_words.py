"""Children's words, and what was said and done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS
from iro_service import clock
from reporting.actions.plans import remove, set_quote, set_said_and_did
from reporting.desk.feedback import told, told_on
from reporting.figures import ReportingYear
from reporting.forms.plans import SaidForm
from reporting.forms.quotes import NO, YES, QuoteForm
from reporting.views.desk import report_of

ASKED = ("words", "age_band", "consent_on", "consent_to")
A_PAGE = 20


@for_roles(*MANAGERS)
def report_quotes(request, year: ReportingYear):
    """The children's words of this report."""
    return render(request, "reporting/desk/quotes.html", {"year": year, "report": report_of(year)})


@for_roles(*MANAGERS)
def report_quote_pick(request, year: ReportingYear):
    """What children wrote after their reviews in the period, to choose from."""
    report = report_of(year)
    page = Paginator(told(report), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "reporting/desk/pick.html", {"year": year, "report": report, "page": page}
    )


@for_roles(*MANAGERS)
def report_quote(request, year: ReportingYear, pk=None):
    """Add a child's words, typed or chosen from what was written, or change them."""
    report = report_of(year)
    row = get_object_or_404(report.quotes, pk=pk) if pk else None
    chosen = None if row else told_on(report, request.GET.get("from", ""))
    initial = {name: getattr(row, name) for name in ASKED} if row else {}
    if row:
        initial["for_public"] = YES if row.for_public else NO
    elif chosen:
        initial = {"words": chosen.words, "age_band": chosen.age_band}
    form = QuoteForm(request.POST or None, today=clock.today(), initial=initial)
    if request.method == "POST" and form.is_valid():
        page = chosen and chosen.page
        set_quote(report, quote=row, page=page, on=clock.today(), **form.cleaned_data)
        messages.success(request, "Saved. The words stand with what children told us.")
        return redirect("report_quotes", year)
    context = {"form": form, "year": year, "row": row, "chosen": chosen}
    return render(request, "reporting/desk/quote.html", context)


@require_POST
@for_roles(*MANAGERS)
def report_quote_remove(request, year: ReportingYear, pk):
    """Take a child's words out, at once: consent may be withdrawn."""
    remove(get_object_or_404(report_of(year).quotes, pk=pk))
    messages.success(request, "Taken out. The words are not in the report any more.")
    return redirect("report_quotes", year)


@for_roles(*MANAGERS)
def report_said(request, year: ReportingYear):
    """You said, we did."""
    return render(request, "reporting/desk/said.html", {"year": year, "report": report_of(year)})


@for_roles(*MANAGERS)
def report_said_change(request, year: ReportingYear, pk=None):
    """Add what was said and what was done, or change it."""
    report = report_of(year)
    row = get_object_or_404(report.said_and_did, pk=pk) if pk else None
    form = SaidForm(request.POST or None, initial=row and {"said": row.said, "did": row.did})
    if request.method == "POST" and form.is_valid():
        set_said_and_did(report, said_and_did=row, **form.cleaned_data)
        messages.success(request, "Saved. It stands with what children told us.")
        return redirect("report_said", year)
    heading = "Change what was said and done" if row else "You said, we did"
    context = {"form": form, "year": year, "heading": heading, "back": "report_said"}
    return render(request, "reporting/desk/question.html", context)


@require_POST
@for_roles(*MANAGERS)
def report_said_remove(request, year: ReportingYear, pk):
    """Take out what was said and done."""
    remove(get_object_or_404(report_of(year).said_and_did, pk=pk))
    messages.success(request, "Taken out.")
    return redirect("report_said", year)
