"""Decisions to send, and objections to settle."""

from collections.abc import Iterator

from reviews.deadlines import Deadlines, of_objection, of_sheet
from reviews.models import DecisionSheet
from reviews.work.piece import Piece


def decisions_to_do(user, deadlines: Deadlines) -> Iterator[Piece]:
    """The decisions to send and the objections to settle, from one query."""
    on = deadlines.on
    sheets = DecisionSheet.objects.visible_to(user, on=on).to_do().with_iro(on=on)
    for sheet in sheets.select_related("review__child", "manager"):
        objects = bool(sheet.answered_on)
        yield Piece(
            kind="decisions",
            child=sheet.review.child,
            iro_pk=sheet.iro_pk,
            iro_name=sheet.iro_name,
            about_pk=sheet.review_id,
            deed="Settle the objection" if objects else "Send the decisions",
            button="Settle" if objects else "Send",
            page="decisions_settle" if objects else "review",
            do_on=on if objects else sheet.due_on,
            deadline=of_objection(deadlines, sheet) if objects else of_sheet(deadlines, sheet),
            note=f"{sheet.manager} objects"
            if objects
            else f"Review held {sheet.review.held_on:%-d %B}",
        )
