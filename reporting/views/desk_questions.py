"""The steps that ask something: sending back, publishing, opening for a correction."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import Role
from iro_service import clock
from iro_service.refusals import Refusal
from reporting.actions import publish_report
from reporting.actions.corrections import open_correction
from reporting.actions.steps import send_back
from reporting.desk import State, state_of
from reporting.desk.check import checked
from reporting.figures import ReportingYear
from reporting.forms.steps import CorrectionForm, PublishForm, SendBackForm
from reporting.views.desk import report_of


@for_roles(Role.PRACTICE_MANAGER)
def report_send_back(request, year: ReportingYear):
    """Give it back with a comment."""
    report, form = report_of(year), SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        send_back(report, **form.cleaned_data, at=clock.now(), by=request.user)
        messages.success(request, "Sent back. The comment stays open until it is settled.")
        return redirect("report_desk", year)
    return _question(request, year, form, "Send the report back")


@for_roles(Role.GROUP_MANAGER)
def report_correct(request, year: ReportingYear):
    """Open a published report again, with the reason that everybody will read."""
    report, form = report_of(year), CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        open_correction(report, **form.cleaned_data, at=clock.now(), by=request.user)
        messages.success(
            request, "Open for a correction. What was published stays until the next edition."
        )
        return redirect("report_desk", year)
    return _question(request, year, form, "Open the published report for a correction")


@for_roles(Role.GROUP_MANAGER)
def report_publish(request, year: ReportingYear):
    """Look at what everybody will read, then publish it."""
    report = report_of(year)
    if state_of(report) != State.APPROVED:
        raise Refusal(
            f"The report is {state_of(report).label.lower()}: it is published once it is approved."
        )
    check = checked(report, on=clock.today())
    form = PublishForm(request.POST if request.method == "POST" else None, named=bool(check.named))
    if request.method == "POST" and form.is_valid():
        edition = publish_report(report, at=clock.now(), by=request.user)
        messages.success(
            request, f"Published as edition {edition.number}. Its PDFs are being made."
        )
        return redirect("report_desk", year)
    context = {"year": year, "report": report, "check": check, "form": form}
    return render(request, "reporting/desk/publish.html", context)


def _question(request, year, form, heading: str):
    context = {"form": form, "year": year, "heading": heading}
    return render(request, "reporting/desk/question.html", context)
