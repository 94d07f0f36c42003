"""The list of disputes."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from disputes.forms.filters import filtered_disputes
from disputes.orders import in_order, with_next_day
from disputes.rows import rows_of
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted

A_PAGE = 50
COLUMNS = [
    *("Reference", "Child", "Concern", "Theme", "Raised", "Stage", "Whose turn", "Asked"),
    *("Answer due", "All formal stages due", "Working days left", "Team", "Social worker", "IRO"),
    *("Settled", "Closed", "How it ended", "Cafcass"),
]


@for_roles(*SERVICE)
def disputes(request):
    """The disputes the person sees, narrowed and sorted by the address."""
    on = clock.today()
    narrowed, found = _found(request)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    page.object_list = rows_of(page.object_list, on=on)
    context = {
        "on": on,
        "filter": narrowed,
        "page": page,
        "count_text": counted(page.paginator.count, "dispute"),
        "download_href": f"{reverse('disputes_download')}?{request.GET.urlencode()}",
    }
    return render(request, "disputes/disputes.html", context)


@for_roles(*SERVICE)
def disputes_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    on = clock.today()
    _, found = _found(request)
    rows = (_cells(row) for row in rows_of(found, on=on))
    return spreadsheet(request, f"disputes-{on}", COLUMNS, rows)


def _found(request):
    narrowed = filtered_disputes(request.GET, user=request.user, on=clock.today())
    people = narrowed.qs.select_related("child", "team", "worker", "iro", "asked")
    sort = request.GET.get("sort", "")
    return narrowed, in_order(with_next_day(people), sort, default="left")


def _cells(row) -> list:
    one = row.dispute
    return [
        one.child.reference,
        str(one.child),
        one.text,
        one.get_theme_display(),
        one.raised_on,
        row.stage,
        row.turn,
        str(one.asked or ""),
        one.stage_due_on,
        one.total_due_on or "",
        row.left.left if row.left else "",
        str(one.team or ""),
        str(one.worker.name if one.worker else ""),
        str(one.iro or ""),
        one.settled_on or "",
        one.closed_on or "",
        one.get_outcome_display(),
        one.cafcass_on or "",
    ]
