"""Keeping what a person types, until the form is handed in or the record saved."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from iro_service.refusals import Refusal
from reviews.actions.outcome import already_submitted
from reviews.actions.record import refuse_completed
from reviews.joining import joined
from reviews.models import Draft, Record, Review

Answers = Mapping[str, list[str]]


@transaction.atomic
def keep_draft(review: Review, *, answers: Answers, at: datetime, by) -> Draft:
    """Keep a person's unfinished outcome form in the place of what they kept before."""
    # The lock keeps a draft from being left behind by a form handed in at the same moment.
    if not Review.objects.planned().select_for_update().filter(pk=review.pk).exists():
        raise Refusal(already_submitted(review))
    return _keep(review, Draft.Kind.FORM, answers, at, by)


@transaction.atomic
def keep_beside(review: Review, *, answers: Answers, at: datetime, by) -> Draft:
    """Keep what a person typed on a form that somebody else handed in meanwhile."""
    held = Review.objects.held().select_for_update().filter(pk=review.pk).exists()
    if not held or not Record.objects.outstanding().filter(review=review).exists():
        raise Refusal(already_submitted(review))
    return _keep(review, Draft.Kind.FORM, answers, at, by)


@transaction.atomic
def take_over(draft: Draft, *, at: datetime, by) -> Draft:
    """Fill in from a colleague's unfinished form whatever the person has not answered themselves.

    Nobody's words are replaced: the colleague's draft stays, and so does every answer of one's own.
    """
    theirs = Draft.objects.filter(pk=draft.pk, kind=Draft.Kind.FORM).first()
    if theirs is None:
        raise Refusal("Nothing is left of that form: it was finished or taken back meanwhile.")
    mine = Draft.objects.filter(review=draft.review_id, kind=Draft.Kind.FORM, by=by).first()
    answers = joined(mine.answers if mine else {}, theirs.answers)
    return keep_draft(draft.review, answers=answers, at=at, by=by)


def drop_draft(review: Review, *, by) -> None:
    """Throw away one's own unfinished form."""
    Draft.objects.filter(review=review, kind=Draft.Kind.FORM, by=by).delete()


@transaction.atomic
def keep_record_draft(record: Record, *, answers: Answers, at: datetime, by) -> Draft:
    """Keep what a person has written and not saved yet, beside the record and not in it."""
    locked = Record.objects.select_for_update().get(pk=record.pk)
    refuse_completed(locked)
    return _keep(record.review, Draft.Kind.RECORD, answers, at, by)


def _keep(review: Review, kind: str, answers: Answers, at: datetime, by) -> Draft:
    draft, is_new = Draft.objects.get_or_create(
        review=review, kind=kind, by=by, defaults={"answers": answers, "saved_at": at}
    )
    if not is_new:
        Draft.objects.filter(pk=draft.pk).update(
            answers=answers, saved_at=at, version=F("version") + 1
        )
        draft.refresh_from_db()
    return draft
