"""Sending completed records to those who must have them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render

from accounts.access import for_roles
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted
from reviews.actions.record import distribute_record
from reviews.forms import DistributeForm, SendManyForm
from reviews.models import Record
from reviews.views.scoped import SENDERS, log_opening, the_record

ROWS = 50


@for_roles(*SENDERS)
def to_send(request):
    """List the records ready to send, oldest due first; mark one or many as sent."""
    on = clock.today()
    records = Record.objects.visible_to(request.user, on=on).to_send()
    form = SendManyForm(request.POST or None)
    ticked = _ticked(request)
    if request.method == "POST" and form.is_valid():
        if ticked:
            _send(request, records.filter(pk__in=ticked), form.cleaned_data["to"], len(ticked))
            return redirect("to_send")
        form.add_error(None, "Tick the records that were sent")
    rows = records.with_iro(on=on).select_related("review__child")
    page = Paginator(rows.order_by("distribution_due_on", "pk"), ROWS).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "reviews/to_send.html",
        {
            "form": form,
            "page": page,
            "ticked": ticked,
            "on": on,
            "count_text": counted(page.paginator.count, "record"),
        },
    )


@for_roles(*SENDERS)
def record_distribute(request, pk):
    """Mark one record as sent, to people named for it alone."""
    record = the_record(request, pk)
    log_opening(request, record.review, "record distribution")
    form = DistributeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        distribute_record(record, to=to, on=clock.today(), by=request.user)
        messages.success(request, f"Marked as sent to: {to}.")
        return redirect("to_send")
    return render(
        request,
        "reviews/distribute.html",
        {"form": form, "record": record, "review": record.review},
    )


def _ticked(request) -> set[int]:
    """The records chosen: the one whose button was pressed, else those ticked."""
    chosen = [request.POST["one"]] if "one" in request.POST else request.POST.getlist("records")
    return {int(pk) for pk in chosen if pk.isascii() and pk.isdigit() and len(pk) < 19}


def _send(request, records, to: str, asked: int) -> None:
    """Mark them one by one, so that one refused does not hold up the others."""
    sent = 0
    for record in records:
        try:
            distribute_record(record, to=to, on=clock.today(), by=request.user)
            sent += 1
        except Refusal as refusal:
            messages.warning(request, refusal.sentence)
    if sent:
        messages.success(request, f"Marked as sent: {counted(sent, 'record')}.")
    elif asked:
        messages.warning(request, "Nothing was marked: those records were sent already.")
