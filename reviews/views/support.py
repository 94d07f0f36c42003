"""Advocates and independent visitors: the list, and each step from the offer to the end."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from cohort.actions import support as actions
from cohort.council import working_calendar
from cohort.forms.period import TakeOutForm
from cohort.forms.support import (
    DECLINED,
    OFFERED,
    EndForm,
    MatchForm,
    NewSupportForm,
    OnADay,
)
from cohort.models import Support
from cohort.support import why_not_step
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted
from reviews.support import SupportFilter, row_of
from reviews.views.asking import asked, the_child
from reviews.views.scoped import WRITERS
from statute.ages import age_on

A_PAGE = 50
COLUMNS = [
    *("Reference", "Child", "Age", "What for", "Where it stands", "Offered", "Declined"),
    *("Referred", "Matched", "With whom", "Ended", "Why it ended", "Working days waited", "IRO"),
]
# Each step: its form, the action, the name the action has for the day, the heading.
STEPS = {
    "refer": (OnADay, actions.refer_support, "referred_on", "Refer the child"),
    "decline": (OnADay, actions.decline_support, "declined_on", "The child does not want it"),
    "match": (MatchForm, actions.match_support, "matched_on", "Somebody was found"),
    "end": (EndForm, actions.end_support, "ended_on", "It ended"),
}


@for_roles(*SERVICE)
def supports(request):
    """Advocates and independent visitors under way, who waits longest first."""
    on, narrowed = clock.today(), _narrowed(request)
    page = Paginator(narrowed.qs, A_PAGE).get_page(request.GET.get("page"))
    calendar = working_calendar()
    page.object_list = [row_of(one, calendar, on=on) for one in page.object_list]
    context = {
        "on": on,
        "filter": narrowed,
        "page": page,
        "waiting": narrowed.qs.waiting().count(),
        "may_write": request.user.role in WRITERS,
        "count_text": counted(page.paginator.count, "row,rows"),
        "download_href": f"{reverse('supports_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/supports.html", context)


@for_roles(*SERVICE)
def supports_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    on, calendar = clock.today(), working_calendar()
    rows = (_cells(row_of(one, calendar, on=on), on) for one in _narrowed(request).qs)
    return spreadsheet(request, f"advocacy-{on}", COLUMNS, rows)


@for_roles(*WRITERS)
def support_add(request, pk: int):
    """Keep an offer or a referral, the first thing known of an advocate or visitor."""
    child, today = the_child(request, pk, "advocacy"), clock.today()
    form = NewSupportForm(request.POST or None, child=child, today=today)

    def save():
        typed = form.cleaned_data
        begin, day = {
            OFFERED: (actions.offer_support, "offered_on"),
            DECLINED: (actions.decline_at_once, "declined_on"),
        }.get(typed["happened"], (actions.refer_child, "referred_on"))
        about = {"service": typed["service"], day: typed["day"]}
        begin(child, **about, on=today, by=request.user)
        messages.success(request, "Saved.")

    return asked(request, child, form, save, "Advocate or independent visitor")


@for_roles(*WRITERS)
def support_step(request, pk: int, step: str):
    """Refer, decline, match or end one that is under way."""
    if step not in STEPS:
        raise Http404
    support, today = _the_support(request, pk), clock.today()
    child = the_child(request, support.child_id, "advocacy")
    if sentence := why_not_step(support, step):
        raise Refusal(f"{sentence}.")
    ask, act, day, heading = STEPS[step]
    form = ask(request.POST or None, child=child, after=support, today=today)

    def save():
        typed = dict(form.cleaned_data)
        typed[day] = typed.pop("day")
        act(support, **typed, on=today, by=request.user)
        messages.success(request, "Saved.")

    return asked(request, child, form, save, f"{support.get_service_display()}: {heading.lower()}")


@for_roles(*WRITERS)
def support_take_out(request, pk: int):
    """Take out what was entered wrongly."""
    support = _the_support(request, pk)
    child = the_child(request, support.child_id, "advocacy")
    form = TakeOutForm(request.POST or None)

    def save():
        actions.take_out_support(support, **form.cleaned_data, on=clock.today(), by=request.user)
        messages.success(request, "Saved. It was taken out.")

    heading = f"{support.get_service_display()}: entered wrongly"
    return asked(request, child, form, save, heading)


def _narrowed(request) -> SupportFilter:
    return SupportFilter(request.GET, on=clock.today(), user=request.user)


def _the_support(request, pk: int) -> Support:
    seen = Support.objects.visible_to(request.user, on=clock.today())
    return get_object_or_404(seen.select_related("child"), pk=pk)


def _cells(row, on) -> list:
    one, child = row.support, row.support.child
    days = (one.offered_on, one.declined_on, one.referred_on, one.matched_on)
    return [
        *(child.reference, str(child), age_on(child.date_of_birth, on)),
        *(one.get_service_display(), row.state.label, *(day or "" for day in days)),
        *(one.supporter or "", one.ended_on or "", one.reason_ended or ""),
        "" if row.waited is None else row.waited,
        one.iro_name or "",
    ]
