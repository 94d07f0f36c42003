"""The distribution list of a record: who gets all of it, the decisions only, or nothing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from iro_service import clock
from reviews.actions.recipients import (
    add_recipient,
    change_recipient,
    list_recipients,
    remove_recipient,
)
from reviews.distribution import proposals
from reviews.forms import RecipientForm
from reviews.models import Recipient
from reviews.views.scoped import WRITERS, log_opening, the_record


@for_roles(*WRITERS)
def record_recipients(request, pk):
    """Show the list, or the one proposed; keep the proposed one."""
    record = the_record(request, pk)
    if request.method == "POST":
        list_recipients(record)
        messages.success(request, "The list is kept. Change it until the copies are sent.")
        return redirect("record_recipients", pk)
    log_opening(request, record.review, "record recipients")
    kept = list(record.recipients.all())
    page = {
        "record": record,
        "review": record.review,
        "recipients": kept or proposals(record),
        "is_kept": bool(kept),
    }
    return render(request, "reviews/recipients.html", page)


@for_roles(*WRITERS)
def recipient_add(request, pk):
    """Put a person on the list."""
    record = the_record(request, pk)
    form = RecipientForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = add_recipient(record, answers=form.cleaned_data, by=request.user)
        return _done(request, pk, f"Added: {added.who}. {added.get_what_display()}.")
    return _question(request, record, form)


@for_roles(*WRITERS)
def recipient_change(request, pk, recipient):
    """Change what a person gets."""
    record = the_record(request, pk)
    recipient = get_object_or_404(Recipient, pk=recipient, record=record)
    form = RecipientForm(request.POST or None, recipient=recipient)
    if request.method == "POST" and form.is_valid():
        changed = change_recipient(
            recipient, answers=form.cleaned_data, on=clock.today(), by=request.user
        )
        return _done(request, pk, f"Changed: {changed.who}. {changed.get_what_display()}.")
    return _question(request, record, form, recipient)


@require_POST
@for_roles(*WRITERS)
def recipient_remove(request, pk, recipient):
    """Take a person off the list."""
    record = the_record(request, pk)
    recipient = get_object_or_404(Recipient, pk=recipient, record=record)
    remove_recipient(recipient, on=clock.today(), by=request.user)
    return _done(request, pk, f"Taken off the list: {recipient.who}.")


def _done(request, pk: int, sentence: str):
    messages.success(request, sentence)
    return redirect("record_recipients", pk)


def _question(request, record, form, recipient: Recipient | None = None):
    page = {"form": form, "record": record, "review": record.review, "recipient": recipient}
    return render(request, "reviews/recipient.html", page)
