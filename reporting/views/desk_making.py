"""Asking for a PDF of any period from the reports page."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import Role
from iro_service import clock
from reporting.actions import ask_for_report
from reporting.audience import Audience
from reporting.figures import ReportingYear


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_make_any(request):
    """Have the chosen period's report made for the chosen readers, and show how far it is."""
    audience = request.POST.get("audience", "")
    try:
        year = ReportingYear.parse(request.POST.get("period", ""))
    except ValueError as wrong:
        raise Http404 from wrong
    if audience not in Audience.values:
        raise Http404
    making = ask_for_report(year, audience=audience, at=clock.now(), by=request.user)
    return redirect("report_progress", pk=making.pk)
