"""The group manager's first page, and a period's report to read."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from cohort.council import the_council
from iro_service import clock
from reporting.audience import Audience
from reporting.desk.in_the_way import in_the_way
from reporting.desk.next_step import next_step
from reporting.desk.periods import Period, periods, this_years
from reporting.desk.progress import progress_of
from reporting.figures import ReportingYear, figures
from reporting.models import Making, Report
from reporting.opens import opened
from reporting.report import compose
from reporting.writing import writing_of

A_PAGE = 20


@for_roles(*MANAGERS)
def reports(request):
    """This year's report with what to do next, then every period, then the PDFs."""
    rows = periods(on=clock.today(), records_from=the_council().records_from)
    made = Making.objects.select_related("asked_by", "edition").defer("figures")
    context = {
        "card": _card(this_years(rows), request.user),
        "periods": rows,
        "page": Paginator(made, A_PAGE).get_page(request.GET.get("page")),
        "may_make": _may_make(request.user),
        "audiences": Audience.choices,
    }
    return render(request, "reporting/reports.html", context)


@for_roles(*MANAGERS)
def report_year(request, year: ReportingYear):
    """The report as the records stand today, as a page."""
    today = clock.today()
    if today < year.first:
        raise Http404
    written, figure = Report.objects.filter(period=str(year)).first(), figures(year, on=today)
    context = {
        **opened(compose(figure, writing_of(written)), figure).context(),
        "layout": "reporting/page.html",
        "council": the_council(),
        "make_href": reverse("report_make", args=[year]),
        "pack_href": reverse("report_pack", args=[year]),
        "may_make": _may_make(request.user),
    }
    return render(request, "reporting/report.html", context)


def _card(period: Period, user) -> dict:
    """The report that is being written, how far it is, and the one next step."""
    today, report = clock.today(), period.report
    obstacles = in_the_way(report, on=today) if report else []
    return {
        "period": period,
        "progress": progress_of(report),
        "next": next_step(period.year, report, obstacles, user, on=today),
    }


def _may_make(user) -> bool:
    return user.role == Role.GROUP_MANAGER
