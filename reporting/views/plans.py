"""Priorities for next year, and how last year's went."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS
from iro_service import clock
from reporting.actions.plans import look_back, move_priority, remove, set_priority
from reporting.desk.measured import measured
from reporting.figures import ReportingYear
from reporting.forms.plans import LookBackForm, PriorityForm
from reporting.models import Priority
from reporting.views.desk import report_of
from reporting.writing import to_look_back_on

TAGS = {
    Priority.Result.DONE: "done",
    Priority.Result.PARTLY: "due",
    Priority.Result.NOT_DONE: "late",
    Priority.Result.CARRIED: "draft",
}
ASKED = ("title", "lead", "due_on", "measure", "figure")


@for_roles(*MANAGERS)
def report_priorities(request, year: ReportingYear):
    """The priorities in their order."""
    context = {"year": year, "report": report_of(year)}
    return render(request, "reporting/desk/priorities.html", context)


@for_roles(*MANAGERS)
def report_priority(request, year: ReportingYear, pk=None):
    """Add a priority, or change one."""
    report = report_of(year)
    row = get_object_or_404(report.priorities, pk=pk) if pk else None
    initial = {name: getattr(row, name) for name in ASKED} if row else None
    form = PriorityForm(request.POST or None, after=year.last, initial=initial)
    if request.method == "POST" and form.is_valid():
        set_priority(report, priority=row, **form.cleaned_data)
        messages.success(request, "Saved. Next year's report opens with how it went.")
        return redirect("report_priorities", year)
    heading = "Change a priority" if row else "Add a priority"
    context = {"form": form, "year": year, "heading": heading, "back": "report_priorities"}
    return render(request, "reporting/desk/question.html", context)


@require_POST
@for_roles(*MANAGERS)
def report_priority_move(request, year: ReportingYear, pk):
    """Let a priority change places with its neighbour."""
    row = get_object_or_404(Priority, pk=pk, report__period=str(year))
    move_priority(row, up=request.POST.get("way") == "up")
    messages.success(request, f"Moved: {row.title}.")
    return redirect("report_priorities", year)


@require_POST
@for_roles(*MANAGERS)
def report_priority_remove(request, year: ReportingYear, pk):
    """Take a priority out."""
    row = get_object_or_404(Priority, pk=pk, report__period=str(year))
    remove(row)
    messages.success(request, f"Taken out: {row.title}.")
    return redirect("report_priorities", year)


@for_roles(*MANAGERS)
def report_look_backs(request, year: ReportingYear):
    """Last year's priorities with how they went, and their figures then and now."""
    report = report_of(year)
    rows = list(to_look_back_on(report))
    context = {
        "year": year,
        "report": report,
        "before": year.before(1),
        "rows": [
            (row, TAGS.get(row.result), figure)
            for row, figure in zip(rows, measured(rows, year, on=clock.today()), strict=True)
        ],
    }
    return render(request, "reporting/desk/look_backs.html", context)


@for_roles(*MANAGERS)
def report_look_back(request, year: ReportingYear, pk):
    """Say how a priority went."""
    report = report_of(year)
    row = get_object_or_404(to_look_back_on(report), pk=pk)
    initial = {"result": row.result, "went": row.went}
    form = LookBackForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        look_back(report, priority=row, **form.cleaned_data, at=clock.now(), by=request.user)
        messages.success(request, "Saved. It stands at the front of the report.")
        return redirect("report_look_backs", year)
    context = {
        "form": form, "year": year, "row": row,
        "measured": measured([row], year, on=clock.today())[0],
    }  # fmt: skip
    return render(request, "reporting/desk/look_back.html", context)
