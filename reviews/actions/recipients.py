"""The distribution list of a record: made, added to, changed, until a copy was sent."""

from collections.abc import Mapping
from datetime import date

from django.db import IntegrityError, transaction

from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.sending import settle
from reviews.distribution import proposals
from reviews.models import Recipient, Record

Answers = Mapping[str, str]  # name, role, what, why, how


@transaction.atomic
def list_recipients(record: Record) -> list[Recipient]:
    """Save the proposed list of a record that has none yet."""
    _lock(record)
    if record.recipients.exists():
        return []
    return Recipient.objects.bulk_create(proposals(record))


@transaction.atomic
def add_recipient(record: Record, *, answers: Answers, by) -> Recipient:
    """Put a person on the list; after the record was sent, their copy goes to be sent too."""
    list_recipients(record)
    return _kept(Recipient(record=record, **_fitting(answers)))


@transaction.atomic
def change_recipient(recipient: Recipient, *, answers: Answers, on: date, by) -> Recipient:
    """Change what a person gets, as long as nothing was sent to them."""
    record = _lock(recipient.record)
    recipient = _not_sent(recipient)
    for name, value in _fitting(answers).items():
        setattr(recipient, name, value)
    _kept(recipient)
    _still_somebody(record)
    settle(record, on=on, by=by)
    return recipient


@transaction.atomic
def remove_recipient(recipient: Recipient, *, on: date, by) -> None:
    """Take a person off the list, as long as nothing was sent to them."""
    record = _lock(recipient.record)
    _not_sent(recipient).delete()
    _still_somebody(record)
    settle(record, on=on, by=by)


def _lock(record: Record) -> Record:
    """Let nobody send a copy while the list changes."""
    return Record.objects.select_for_update(of=("self",)).get(pk=record.pk)


def _not_sent(recipient: Recipient) -> Recipient:
    mine = Recipient.objects.select_related("sent_by").filter(pk=recipient.pk).first()
    if mine is None:
        raise Refusal(f"{recipient.name} was taken off the list meanwhile.")
    if mine.sent_on:
        raise Refusal(
            f"{mine.sent_by} sent it to {mine.name} on {in_words(mine.sent_on)}. "
            "What was sent stays on the list."
        )
    return mine


def _fitting(answers: Answers) -> dict[str, str]:
    """The answers, without a reason for the whole or a way for nothing."""
    fields = {name: answers.get(name, "") for name in ("name", "role", "what", "why", "how")}
    if fields["what"] == Recipient.What.FULL:
        fields["why"] = ""
    if fields["what"] == Recipient.What.NOTHING:
        fields["how"] = ""
    return fields


def _kept(recipient: Recipient) -> Recipient:
    try:
        with transaction.atomic():
            recipient.save()
    except IntegrityError as error:
        if "one_copy_a_person" not in str(error):
            raise
        raise Refusal(f"{recipient.who} is on the list already.") from error
    return recipient


def _still_somebody(record: Record) -> None:
    if record.completed_on and not record.recipients.due().exists():
        raise Refusal("Then nobody would get this record. Put another person on the list first.")
