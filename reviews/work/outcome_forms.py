"""Outcome forms to hand in."""

from collections.abc import Iterator

from django.utils import timezone

from reviews.deadlines import Deadlines
from reviews.models import OutcomeForm
from reviews.work.piece import Piece


def outcome_forms_to_do(user, deadlines: Deadlines) -> Iterator[Piece]:
    """The outcome forms owed, from one query."""
    on, at = deadlines.on, deadlines.at
    forms = OutcomeForm.objects.visible_to(user, on=on).owed(at=at).with_iro(on=on)
    for form in forms.select_related("review__child"):
        held_at = timezone.localtime(form.review.booked_for)
        yield Piece(
            kind="forms",
            child=form.review.child,
            iro_pk=form.iro_pk,
            iro_name=form.iro_name,
            about_pk=form.review_id,
            deed="Outcome form",
            button="Fill in",
            page="outcome_form",
            do_on=held_at.date(),
            deadline=deadlines.of_form(form, held_at),
            note=f"Review of {held_at:%-d %B at %H:%M}",
        )
