"""Finding a child."""

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.shortcuts import render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from cohort.codes import LegalStatus, Placement
from cohort.filters import ChildFilter
from cohort.models import Child
from cohort.narrowing import read
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted
from reviews.appointments import tell_due_days
from reviews.models import Review
from reviews.narrowed import narrowed
from reviews.views.scoped import deadlines_now
from statute.ages import age_on

COLUMNS = [
    *("Reference", "Given name", "Family name", "Date of birth", "Age", "Looked after since"),
    *("Legal status", "Placement", "IRO", "Next review due"),
]


@for_roles(*SERVICE)
def children(request):
    """The children the person may see: looked after today, unless the filter says otherwise."""
    found = _found(request)
    page = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    if found.day == clock.today():
        tell_due_days(page, deadlines_now())
    context = {
        "filter": found,
        **narrowed(request, found),
        "page": page,
        "today": clock.today(),
        "on": found.day,
        "count_text": counted(page.paginator.count, "child,children"),
        "download_href": f"{reverse('children_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/children.html", context)


@for_roles(*SERVICE)
def children_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    found = _found(request)
    rows = (_cells(child, found.day) for child in found.qs)
    return spreadsheet(request, f"children-{found.day}", COLUMNS, rows)


def _found(request) -> ChildFilter:
    today = clock.today()
    narrowing = read(request.GET, today=today)
    planned = Review.objects.planned().filter(child=OuterRef("pk"))
    seen = (
        Child.objects.visible_to(request.user, on=today)
        .with_iro(on=narrowing.day)
        .with_care(on=narrowing.day)
        .annotate(next_due_on=Subquery(planned.values("due_on")[:1]))
    )
    return ChildFilter(request.GET, queryset=seen, request=request, narrowing=narrowing)


def _cells(child, on) -> list:
    return [
        child.reference,
        child.given_name,
        child.family_name,
        child.date_of_birth,
        age_on(child.date_of_birth, on),
        child.looked_after_since or "",
        LegalStatus(child.legal_status).label if child.legal_status else "",
        Placement(child.placement).label if child.placement else "",
        child.iro_name or "",
        child.next_due_on or "",
    ]
