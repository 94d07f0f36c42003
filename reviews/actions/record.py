"""Writing and completing the record of discussion."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.recipients import list_recipients
from reviews.letter import letter_to_the_child, still_to_say
from reviews.models import Draft, OutcomeForm, Record, Review


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
    record: Record,
    *,
    version: int,
    sections: Mapping[str, str],
    style: str | None = None,
    at: datetime,
    by,
) -> Record:
    """Save the texts of a record not yet completed, unless it was saved since `version`.

    With a `style` it goes on in that one: the other's text stays as it is, and a letter that
    was never begun begins with what the outcome form knows.
    """
    texts = {name: sections[name] for name in Record.TEXTS if name in sections}
    if style:
        texts["style"] = Record.Style(style).value
        if style == Record.Style.LETTER and not (texts.get("letter") or record.letter):
            texts["letter"] = begun_letter(record.review)
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
    ready = Record.objects.outstanding().filter(pk=record.pk).written_out()
    if version is not None:
        ready = ready.filter(version=version)
    done = ready.update(completed_on=on, completed_by=by)
    record = Record.objects.select_related("written_by", "completed_by").get(pk=record.pk)
    if done != 1:
        refuse_completed(record)
        refuse_unfinished(record)
        raise WrittenMeanwhile(record)
    list_recipients(record)
    if not record.recipients.due().exists():
        raise Refusal("Nobody on the list gets this record. Put at least one person on it.")
    # Nothing about a child lies about half-written once the record stands.
    Draft.objects.filter(review=record.review_id).delete()
    return record


def begun_letter(review: Review) -> str:
    """The letter as it begins, from the outcome form, the decisions and the next review."""
    form = OutcomeForm.objects.submitted().filter(review=review).first()
    planned = Review.objects.planned().filter(child=review.child_id).order_by("due_on").first()
    decisions = review.decisions.all()
    return letter_to_the_child(review, form, decisions=decisions, next_review=planned)


def refuse_unfinished(record: Record) -> None:
    """Refuse a record whose chosen style has no text, or whose letter has parts still to say."""
    if record.style == Record.Style.SECTIONS:
        if not record.discussion:
            raise Refusal("Write the discussion before the record is completed.")
        return
    if not record.letter.strip():
        raise Refusal("Write the letter before the record is completed.")
    if left := still_to_say(record.letter):
        raise Refusal(f"The letter still has a part to fill in or take out: {left[0]}")


def refuse_completed(record: Record) -> None:
    """Refuse to touch a record that is completed, or whose review was recorded in error."""
    if record.review.struck_on:
        raise Refusal("This review was recorded in error, so its record stays as it is.")
    if record.completed_on:
        raise Refusal(
            f"This record was completed by {record.completed_by} on "
            f"{in_words(record.completed_on)} and can no longer be changed."
        )
