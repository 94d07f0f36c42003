"""What was sent: who was reminded of what, when, and what failed."""

import django_filters
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, User
from iro_service import clock
from iro_service.forms import FilterForm
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted, day_long
from reviews.actions.notices import try_again, try_all_again
from reviews.chasers.days import office_day, sends_from
from reviews.models import Notice

A_PAGE = 50
STATES = [
    ("failed", "Failed"),
    ("waiting", "Waiting"),
    ("sent", "Sent"),
    ("withdrawn", "No longer owed"),
]
SORTS = {
    "child": ("family_name", "given_name"),
    "due": ("due_on",),
    "to": ("to__last_name", "to__first_name"),
    "owed": ("owed_on",),
}
COLUMNS = ["Reference", "Child", "About", "Due by", "To", "Owed since", "State", "At", "Fault"]


class NoticeFilter(django_filters.FilterSet):
    """Notices by state, person and kind."""

    state = django_filters.ChoiceFilter(
        label="State", choices=STATES, empty_label="Every state", method="by_state"
    )
    to = django_filters.ModelChoiceFilter(
        label="Sent to",
        queryset=User.objects.filter(Exists(Notice.objects.filter(to=OuterRef("pk")))),
        empty_label="Everybody",
    )
    kind = django_filters.ChoiceFilter(
        label="About", choices=Notice.Kind.choices, empty_label="Everything"
    )

    class Meta:
        model = Notice
        fields: list[str] = []
        form = FilterForm

    def by_state(self, notices, name: str, value: str):
        """Those in the state, by the question of the same name."""
        return getattr(notices, value)()


@for_roles(*MANAGERS)
def notices(request):
    """Every notice, narrowed and sorted by the address; else the newest first."""
    owed = Notice.objects.visible_to(request.user)
    narrowed = NoticeFilter(request.GET, queryset=owed.with_what_it_is_about())
    rows = _in_order(narrowed.qs, request.GET.get("sort", ""))
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": narrowed,
        "page": page,
        "count_text": counted(page.paginator.count, "notice,notices"),
        "counts": _counts(owed),
        "failed": owed.failed().exists(),
        "sends_from": sends_from(clock.now(), office_day(clock.today())),
        "download_href": f"{reverse('notices_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/notices.html", context)


@for_roles(*MANAGERS)
def notices_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    owed = Notice.objects.visible_to(request.user).with_what_it_is_about()
    narrowed = NoticeFilter(request.GET, queryset=owed)
    found = _in_order(narrowed.qs, request.GET.get("sort", ""))
    name = f"notices-{clock.today()}"
    return spreadsheet(request, name, COLUMNS, (_cells(notice) for notice in found))


@for_roles(*MANAGERS)
@require_POST
def notice_retry(request, pk):
    """Try one notice again at once, and say how it went."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
    try_again(notice, at=clock.now())
    match notice.state:
        case "sent":
            messages.success(request, f"Sent to {notice.to}.")
        case "withdrawn":
            messages.success(request, "Not sent: it was done meanwhile, and is no longer owed.")
        case "failed":
            messages.error(request, f"Tried again and not sent. {notice.error}")
        case _:  # a worker is sending to the same person at this moment
            messages.success(request, f"Waiting to be sent to {notice.to} {_when()}.")
    return _back(request)


@for_roles(*MANAGERS)
@require_POST
def notices_retry(request):
    """Put all that failed back in the queue; the worker sends them."""
    number = try_all_again(on=clock.today())
    words = counted(number, "notice is,notices are")
    messages.success(request, f"{words} tried again {_when()}.")
    return _back(request)


def _when() -> str:
    """When the worker sends next, in words."""
    opens = sends_from(clock.now(), office_day(clock.today()))
    return f"from {opens:%H:%M} on {day_long(opens)}" if opens else "within 10 minutes"


def _in_order(rows, sort: str):
    """Sorted as the address says, else the newest first; the last number keeps the order still."""
    down = "-" if sort.startswith("-") else ""
    fields = SORTS.get(sort.removeprefix("-"))
    if fields and fields == SORTS["child"]:
        rows = rows.annotate(**{name: Coalesce(*_of_child(name)) for name in fields})
    return rows.order_by(*(f"{down}{field}" for field in fields), "pk") if fields else rows


def _of_child(name: str) -> tuple[str, str]:
    return f"review__child__{name}", f"step__dispute__child__{name}"


def _cells(notice: Notice) -> list[str]:
    """The notice's cells, in the order of COLUMNS."""
    moment = notice.sent_at or notice.withdrawn_at or notice.attempted_at
    child = notice.child
    return [
        child.reference if child else "",
        str(child) if child else "",
        notice.get_kind_display(),
        notice.due_on.isoformat(),
        str(notice.to),
        notice.owed_on.isoformat(),
        dict(STATES)[notice.state],
        f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else "",
        notice.error,
    ]


def _counts(owed) -> list[dict]:
    """A number for each state, which opens the notices in it."""
    unsent = Q(sent_at__isnull=True, withdrawn_at__isnull=True)
    found = owed.aggregate(
        failed=Count("pk", filter=unsent & ~Q(error="")),
        waiting=Count("pk", filter=unsent & Q(error="")),
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
        withdrawn=Count("pk", filter=Q(withdrawn_at__isnull=False)),
    )
    return [
        {
            "number": found[state],
            "label": words,
            "href": f"{reverse('notices')}?state={state}",
            "tone": "overdue" if state == "failed" and found[state] else "",
        }
        for state, words in STATES
    ]


def _back(request):
    """To the list as it was narrowed."""
    query = request.POST.get("query", "")
    there = reverse("notices")
    return HttpResponseRedirect(f"{there}?{query}") if query else redirect(there)
