"""Oversight between reviews: midway checks, footprints, and who had none for too long."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from audit.actions import log_look
from cohort.models import Child
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted
from iro_service.templatetags.house import day as in_words
from reviews.actions.oversight import do_midway_check, log_footprint
from reviews.deadlines import of_midway
from reviews.forms.oversight import FootprintForm, MidwayForm
from reviews.models import Decision, MidwayCheck
from reviews.oversight import OversightFilter, row_of, since
from reviews.views.scoped import WRITERS, deadlines_now, log_opening, the_review

A_PAGE = 50
COLUMNS = ["Reference", "Child", "Last footprint", "On", "Days since", "Next review due", "IRO"]


@for_roles(*SERVICE)
def midway_check(request, pk: int):
    """Look at the plan half-way to a review, and keep what it showed."""
    review, on = the_review(request, pk), clock.today()
    may_write = request.user.role in WRITERS
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    checks = MidwayCheck.objects.with_last_review().select_related("review", "done_by")
    check = get_object_or_404(checks, review=pk)
    log_opening(request, review, "midway check")
    form = MidwayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        do_midway_check(check, **form.cleaned_data, on=on, by=request.user)
        due = in_words(review.due_on)
        messages.success(request, f"Midway check saved. The review is due by {due}.")
        return redirect("child", review.child_id)
    page = {
        "form": form,
        "review": review,
        "check": check,
        "may_write": may_write,
        "deadline": of_midway(deadlines_now(), check),
        "decisions": Decision.objects.of_last_review_before(review),
        "on": on,
    }
    return render(request, "reviews/midway.html", page)


@for_roles(*WRITERS)
def footprint_add(request, pk: int):
    """Log something done for a child."""
    today = clock.today()
    child = get_object_or_404(Child.objects.visible_to(request.user, on=today), pk=pk)
    if request.method == "GET":
        at = clock.now()
        log_look(subject="child", subject_id=pk, page="log oversight", at=at, by=request.user)
    form = FootprintForm(request.POST or None, child=child, today=today, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        log_footprint(child, **form.cleaned_data, at=clock.now(), by=request.user, today=today)
        messages.success(request, f"Logged for {child}.")
        return redirect("oversight") if "from" in request.GET else redirect("child", pk)
    return render(request, "reviews/footprint.html", {"form": form, "child": child})


@for_roles(*SERVICE)
def oversight(request):
    """The children without a footprint for too long, or all, narrowed by the address."""
    on = clock.today()
    narrowed = OversightFilter(request.GET, on=on, user=request.user)
    page = Paginator(narrowed.qs, A_PAGE).get_page(request.GET.get("page"))
    page.object_list = [row_of(child, on=on) for child in page.object_list]
    context = {
        "on": on,
        "since": since(on),
        "everybody": narrowed.everybody,
        "filter": narrowed,
        "page": page,
        "may_write": request.user.role in WRITERS,
        "count_text": counted(page.paginator.count, "child,children"),
        "download_href": f"{reverse('oversight_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/oversight.html", context)


@for_roles(*SERVICE)
def oversight_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    on = clock.today()
    narrowed = OversightFilter(request.GET, on=on, user=request.user)
    rows = (_cells(row_of(child, on=on)) for child in narrowed.qs)
    return spreadsheet(request, f"oversight-{on}", COLUMNS, rows)


def _cells(row) -> list:
    child = row.child
    next_due = child.next_due_on.isoformat() if child.next_due_on else ""
    about = [child.reference, str(child), row.what, child.last_on.isoformat(), row.days]
    return [*about, next_due, child.iro_name or ""]
