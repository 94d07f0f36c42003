"""Keeping what was typed on an outcome form until it is handed in."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from iro_service.refusals import Refusal
from reviews.actions.outcome import already_submitted
from reviews.models import Draft, Review


@transaction.atomic
def keep_draft(review: Review, *, answers: Mapping[str, list[str]], at: datetime, by) -> Draft:
    """Keep a person's unfinished answers in the place of those they kept before."""
    # The lock keeps a draft from being left behind by a form handed in at the same moment.
    if not Review.objects.planned().select_for_update().filter(pk=review.pk).exists():
        raise Refusal(already_submitted(review))
    draft, is_new = Draft.objects.get_or_create(
        review=review, by=by, defaults={"answers": answers, "saved_at": at}
    )
    if not is_new:
        Draft.objects.filter(pk=draft.pk).update(
            answers=answers, saved_at=at, version=F("version") + 1
        )
        draft.refresh_from_db()
    return draft
