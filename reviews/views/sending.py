"""Sending completed records to those who must have them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from cohort.models import Child
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted
from reviews.actions.sending import distribute_record, mark_came_back
from reviews.models import Recipient, Record
from reviews.views.scoped import READERS, SENDERS, log_opening, the_record

ROWS = 25
SENT = "sent"  # the list of those sent already, where what came back is marked


@for_roles(*READERS)
def to_send(request):
    """List the records with copies to send, oldest due first, or those sent; mark copies."""
    on = clock.today()
    records = Record.objects.visible_to(request.user, on=on)
    if request.method == "POST":
        return _mark(request, records)
    sent, words = request.GET.get("show") == SENT, request.GET.get("q", "")[:100].replace("\0", "")
    records = records.sent() if sent else records.to_send()
    if words:
        records = records.filter(review__child__in=Child.objects.matching(words))
    order = ("-distributed_on", "pk") if sent else ("distribution_due_on", "pk")
    rows = records.without_text().with_iro(on=on).select_related("review__child")
    rows = rows.prefetch_related("recipients__sent_by").order_by(*order)
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "on": on,
        "sent": sent,
        "words": words,
        "may_send": request.user.role in SENDERS,
        "count_text": counted(page.paginator.count, "record"),
    }
    return render(request, "reviews/to_send.html", context)


@for_roles(*READERS)
def record_distribute(request, pk):
    """Show one record's list and what became of each copy; mark copies."""
    record = the_record(request, pk)
    if request.method == "POST":
        return _mark(request, Record.objects.filter(pk=record.pk), back=pk)
    log_opening(request, record.review, "record distribution")
    page = {
        "record": record,
        "review": record.review,
        "recipients": record.recipients.select_related("sent_by"),
        "on": clock.today(),
        "may_send": request.user.role in SENDERS,
    }
    return render(request, "reviews/distribute.html", page)


def _mark(request, records, back: int | None = None):
    """Do what the button says, to records the person may see."""
    if request.user.role not in SENDERS:
        raise PermissionDenied
    copy, came_back = _number(request, "copy"), _number(request, "back")
    if came_back:
        returned = get_object_or_404(Recipient, pk=came_back, record__in=records)
        mark_came_back(returned, on=clock.today(), by=request.user)
        messages.success(request, f"Marked as come back: {returned.name}. It is to send again.")
    elif copy:
        recipient = get_object_or_404(Recipient, pk=copy, record__in=records)
        record = recipient.record
        distribute_record(record, to=[recipient.pk], on=clock.today(), by=request.user)
        messages.success(request, f"Marked as sent: {recipient.name}.")
    else:
        _mark_records(request, records.completed())
    return redirect("record_distribute", back) if back else redirect("to_send")


def _mark_records(request, records) -> None:
    """Mark them one by one, so that one refused does not hold up the others."""
    one = _number(request, "record")
    chosen = [one] if one else [n for n in map(_as_number, request.POST.getlist("records")) if n]
    sent = 0
    for record in records.filter(pk__in=chosen).order_by("pk"):
        try:
            distribute_record(record, on=clock.today(), by=request.user)
            sent += 1
        except Refusal as refusal:
            messages.warning(request, refusal.sentence)
    if sent:
        messages.success(request, f"Marked as sent: {counted(sent, 'record')}.")
    elif not chosen:
        messages.warning(request, "Tick the records that were sent. Nothing was marked.")


def _number(request, name: str) -> int | None:
    return _as_number(request.POST.get(name, ""))


def _as_number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else None
