"""The group manager's first page, and a year's report to read."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from cohort.council import the_council
from iro_service import clock
from reporting.figures import ReportingYear, figures
from reporting.models import Making, Report
from reporting.report import compose
from reporting.writing import writing_of

A_PAGE = 20


@for_roles(*MANAGERS)
def reports(request):
    """The years the records cover, and the reports made of them."""
    made = Making.objects.select_related("asked_by")
    page = Paginator(made, A_PAGE).get_page(request.GET.get("page"))
    context = {"years": _years(), "page": page, "may_make": _may_make(request.user)}
    return render(request, "reporting/reports.html", context)


@for_roles(*MANAGERS)
def report_year(request, year: ReportingYear):
    """The report as the records stand today, as a page."""
    today = clock.today()
    if today < year.first:
        raise Http404
    written = Report.objects.filter(period=str(year)).first()
    context = {
        **compose(figures(year, on=today), writing_of(written)).context(),
        "layout": "reporting/page.html",
        "council": the_council(),
        "make_href": reverse("report_make", args=[year]),
        "may_make": _may_make(request.user),
    }
    return render(request, "reporting/report.html", context)


def _may_make(user) -> bool:
    return user.role == Role.GROUP_MANAGER


def _years() -> list[dict]:
    """The reporting years from the records' first day to today, the latest first."""
    today, records_from = clock.today(), the_council().records_from
    latest, first = ReportingYear.of(today), ReportingYear.of(records_from)
    in_the_making = dict(Making.objects.in_the_making().values_list("period", "pk"))
    return [
        {
            "year": year,
            "is_complete": today >= year.last,
            "as_at": year.as_at(today),
            "is_partly_recorded": records_from > year.first,
            "records_from": records_from,
            "making": in_the_making.get(str(year)),
        }
        for year in (latest.before(n) for n in range(latest.begins_in - first.begins_in + 1))
    ]
