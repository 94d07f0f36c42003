"""The patterns behind disputes: where the same issues come again, and how long they take."""

from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import MANAGERS
from disputes.rows import rows_of
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reporting.forms.patterns import PatternsForm
from reporting.patterns import Asked, look, sections, strip

SOONEST = 8


@for_roles(*MANAGERS)
def dispute_patterns(request):
    """Open disputes with their time left, repeated issues, and what was raised and settled."""
    form = PatternsForm(request.GET, on=clock.today())
    seen = look(_asked(request, form))
    running = seen.asked.disputes(state="unsettled").select_related("child", "asked")
    running = running.order_by(Coalesce("total_due_on", "stage_due_on"), "pk")
    context = {
        "form": form,  # its errors head the page
        "filter": {"form": form},
        "window": form.window,
        "strip": strip(seen),
        "soonest": rows_of(running[:SOONEST], on=seen.asked.on),
        "all_running": seen.asked.href(state="unsettled"),
        "sections": sections(seen),
    }
    return render(request, "reporting/patterns.html", context)


@for_roles(*MANAGERS)
def dispute_patterns_download(request, table: str):
    """One of the page's tables as a file for a spreadsheet."""
    form = PatternsForm(request.GET, on=clock.today())
    seen = look(_asked(request, form))
    for one in (one for section in sections(seen) for one in section.tables):
        if one.id == table:
            name = f"disputes-{one.id}-{form.window.first}-{form.window.last}"
            return spreadsheet(request, name, one.columns, one.values())
    raise Http404


def _asked(request, form: PatternsForm) -> Asked:
    return Asked(form.window, form.choices, request.user, form.on)
