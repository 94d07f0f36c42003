"""Recording good practice, and its list."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from disputes.actions.opening import record_good_practice
from disputes.forms.filters import filtered_good_practice
from disputes.forms.good_practice import GoodPracticeForm
from disputes.orders import in_order
from disputes.views.about import about_of, the_child
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted
from reviews.views.scoped import WRITERS

A_PAGE = 50
COLUMNS = ["Reference", "Child", "What was done well", "About", "Day", "Team", "Social worker"]
COLUMNS += ["IRO", "Recorded by"]


@for_roles(*WRITERS)
def good_practice_add(request, pk: int):
    """Record that something was done well for a child."""
    on = clock.today()
    child = the_child(request, pk, "record good practice")
    about = about_of(request, child)
    form = GoodPracticeForm(request.POST or None, child=child, today=on, about=about, known={})
    if request.method == "POST" and form.is_valid():
        kept = record_good_practice(
            child, **form.cleaned_data, review=about.review, at=clock.now(), by=request.user
        )
        who = kept.worker.name if kept.worker else kept.team or "the team"
        messages.success(request, f"Good practice recorded, for {who}.")
        return redirect("child", child.pk)
    return render(request, "disputes/good_practice_add.html", {"form": form, "child": child})


@for_roles(*SERVICE)
def good_practice(request):
    """The good practice the person may see, narrowed and sorted by the address."""
    narrowed, found = _found(request)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": narrowed,
        "page": page,
        "count_text": f"{counted(page.paginator.count, 'example')} of good practice",
        "download_href": f"{reverse('good_practice_download')}?{request.GET.urlencode()}",
    }
    return render(request, "disputes/good_practice.html", context)


@for_roles(*SERVICE)
def good_practice_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    _, found = _found(request)
    rows = (_cells(one) for one in found)
    return spreadsheet(request, f"good-practice-{clock.today()}", COLUMNS, rows)


def _found(request):
    narrowed = filtered_good_practice(request.GET, user=request.user, on=clock.today())
    found = narrowed.qs.select_related("child", "team", "worker", "iro", "raised_by")
    sort = request.GET.get("sort", "")
    sort = "" if sort.removeprefix("-") in ("stage", "left") else sort
    return narrowed, in_order(found, sort, default="-raised")


def _cells(one) -> list:
    return [
        one.child.reference,
        str(one.child),
        one.text,
        one.get_theme_display(),
        one.raised_on,
        str(one.team or ""),
        one.worker.name if one.worker else "",
        str(one.iro or ""),
        str(one.raised_by),
    ]
