"""Writing, completing and distributing the record of discussion."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.models import Draft, Record

DEFAULT_TO = "Child, parents, carer, social worker"


class WrittenMeanwhile(Refusal):
    """Somebody saved the record after this person opened it; `record` holds what they wrote."""

    def __init__(self, record: Record):
        moment = timezone.localtime(record.written_at) if record.written_at else None
        when = f" at {moment:%H:%M} on {in_words(moment)}" if moment else ""
        super().__init__(
            f"{record.written_by or 'Somebody'} saved this record{when}, after you opened it."
        )
        self.record = record


@transaction.atomic
def write_record(
    record: Record, *, version: int, sections: Mapping[str, str], at: datetime, by
) -> Record:
    """Save the sections of a record not yet completed, unless it was saved since `version`."""
    texts = {name: sections[name] for name in Record.SECTIONS if name in sections}
    mine = Record.objects.outstanding().filter(pk=record.pk, version=version)
    saved = mine.update(**texts, version=F("version") + 1, written_at=at, written_by=by)
    record = Record.objects.select_related("written_by", "completed_by").get(pk=record.pk)
    if saved != 1:
        refuse_completed(record)
        raise WrittenMeanwhile(record)
    Draft.objects.filter(review=record.review_id, kind=Draft.Kind.RECORD, by=by).delete()
    return record


@transaction.atomic
def complete_record(record: Record, *, on: date, by, version: int | None = None) -> Record:
    """Complete a record once; `version` is the one that was read through, where a page shows it."""
    held_on = record.review.held_on
    if held_on and on < held_on:
        raise Refusal("A record cannot be completed before its review was held.")
    ready = Record.objects.outstanding().filter(pk=record.pk).exclude(discussion="")
    if version is not None:
        ready = ready.filter(version=version)
    done = ready.update(completed_on=on, completed_by=by)
    record = Record.objects.select_related("written_by", "completed_by").get(pk=record.pk)
    if done != 1:
        refuse_completed(record)
        if not record.discussion:
            raise Refusal("Write the discussion before the record is completed.")
        raise WrittenMeanwhile(record)
    # Nothing about a child lies about half-written once the record stands.
    Draft.objects.filter(review=record.review_id).delete()
    return record


@transaction.atomic
def distribute_record(record: Record, *, to: str, on: date, by) -> Record:
    """Keep that a completed record was sent, to whom, once."""
    if record.completed_on and on < record.completed_on:
        raise Refusal("A record cannot be sent before the day it was completed.")
    ready = Record.objects.to_send().filter(pk=record.pk)
    done = ready.update(distributed_on=on, distributed_by=by, distributed_to=to or DEFAULT_TO)
    record = Record.objects.select_related("distributed_by").get(pk=record.pk)
    if done != 1:
        if record.distributed_on:
            raise Refusal(
                f"This record was already marked as sent by {record.distributed_by} "
                f"on {in_words(record.distributed_on)}."
            )
        raise Refusal("This record is not completed yet, so it cannot be sent.")
    return record


def refuse_completed(record: Record) -> None:
    """Refuse to touch a record that is completed, or whose review was recorded in error."""
    if record.review.struck_on:
        raise Refusal("This review was recorded in error, so its record stays as it is.")
    if record.completed_on:
        raise Refusal(
            f"This record was completed by {record.completed_by} on "
            f"{in_words(record.completed_on)} and can no longer be changed."
        )
