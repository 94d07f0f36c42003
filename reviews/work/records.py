"""Records of discussion to write."""

from collections.abc import Iterator

from reviews.deadlines import Deadlines
from reviews.models import Record
from reviews.work.piece import Piece


def records_to_do(user, deadlines: Deadlines) -> Iterator[Piece]:
    """The records outstanding, from one query."""
    on = deadlines.on
    records = Record.objects.visible_to(user, on=on).outstanding().with_iro(on=on).without_text()
    for record in records.select_related("review__child"):
        held_on = record.review.held_on
        begun = record.version > 0
        yield Piece(
            kind="records",
            child=record.review.child,
            iro_pk=record.iro_pk,
            iro_name=record.iro_name,
            about_pk=record.review_id,
            deed="Complete the record" if begun else "Write the record",
            button="Complete" if begun else "Write",
            page="record",
            do_on=record.due_on,
            deadline=deadlines.of_record(record, held_on),
            note=f"Review held {held_on:%-d %B}",
        )
