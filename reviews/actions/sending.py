"""Sending the copies of a completed record, and what came back."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.models import Recipient, Record


@transaction.atomic
def distribute_record(
    record: Record, *, to: Collection[int] | None = None, on: date, by
) -> list[Recipient]:
    """Keep that copies were sent: to these on the list, or to all whose copy is still to go.

    With the last of them the record is distributed. Nobody who is to get nothing is marked.
    """
    # The lock makes two people's last two copies come one after the other.
    record = Record.objects.select_for_update(of=("self",)).get(pk=record.pk)
    _refuse_too_early(record, on)
    waiting = record.recipients.due().waiting()
    chosen = list(waiting if to is None else waiting.filter(pk__in=to))
    if not chosen or (to is not None and len(chosen) < len(set(to))):
        raise Refusal(_why_not(record, to))
    waiting.filter(pk__in=[one.pk for one in chosen]).update(sent_on=on, sent_by=by)
    settle(record, on=on, by=by)
    return chosen


@transaction.atomic
def mark_came_back(recipient: Recipient, *, on: date, by) -> Recipient:
    """Keep that a copy came back: it is to be sent again; the history keeps the first sending."""
    sent = Recipient.objects.filter(pk=recipient.pk, sent_on__lte=on)
    changed = sent.update(sent_on=None, sent_by=None, came_back_on=on)
    recipient = Recipient.objects.get(pk=recipient.pk)
    if changed != 1:
        if recipient.is_back:
            raise Refusal(
                f"The copy for {recipient.name} was already marked as come back "
                f"on {in_words(recipient.came_back_on)}."
            )
        raise Refusal(f"No copy was sent to {recipient.name}, so none can come back.")
    return recipient


def settle(record: Record, *, on: date, by) -> None:
    """Call a completed record distributed once no copy is left to send and one was sent."""
    due = record.recipients.due()
    if not due.exists() or due.waiting().exists():
        return
    words = sent_to(record.recipients.all())
    Record.objects.filter(
        pk=record.pk, completed_on__isnull=False, distributed_on__isnull=True
    ).update(distributed_on=on, distributed_by=by, distributed_to=words)


def sent_to(recipients: Collection[Recipient]) -> str:
    """The list in a line: who got all of it, who the decisions only, who nothing."""
    words = {
        Recipient.What.FULL: "",
        Recipient.What.DECISIONS: "The decisions only: ",
        Recipient.What.NOTHING: "Nothing: ",
    }
    parts = []
    for what, begins in words.items():
        if names := ", ".join(one.who for one in recipients if one.what == what):
            parts.append(f"{begins}{names}")
    return ". ".join(parts)


def _refuse_too_early(record: Record, on: date) -> None:
    if record.completed_on is None:
        raise Refusal("This record is not completed yet, so it cannot be sent.")
    if record.review.struck_on:
        raise Refusal("This review was recorded in error, so its record is not sent.")
    if on < record.completed_on:
        raise Refusal("A record cannot be sent before the day it was completed.")


def _why_not(record: Record, to: Collection[int] | None) -> str:
    """Why not all that was asked could be marked, naming who did it before."""
    asked = record.recipients.select_related("sent_by")
    asked = asked.filter(pk__in=to) if to is not None else asked
    if nothing := asked.getting_nothing().first() if to is not None else None:
        return f"{nothing.who} is to get nothing: {nothing.why}. Nothing was marked."
    if sent := asked.filter(sent_on__isnull=False).first():
        return (
            f"The copy for {sent.name} was already marked as sent by {sent.sent_by} "
            f"on {in_words(sent.sent_on)}. Nothing more was marked."
        )
    if to is None and not record.recipients.exists():
        return "This record has no distribution list yet. Its IRO makes one."
    return "That person is no longer on the list. Nothing was marked."
