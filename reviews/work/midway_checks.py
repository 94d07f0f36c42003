"""Midway checks to do."""

from collections.abc import Iterator

from reviews.deadlines import Deadlines, of_midway
from reviews.models import MidwayCheck
from reviews.work.piece import Piece
from reviews.work.urgency import last_of_ten_working_days


def midway_checks_to_do(user, deadlines: Deadlines) -> Iterator[Piece]:
    """Those in sight: half a year's checks would hide what is to be done now."""
    on, last = deadlines.on, last_of_ten_working_days(deadlines)
    checks = MidwayCheck.objects.visible_to(user, on=on).due_by(last).with_iro(on=on)
    for check in checks.with_last_review().select_related("review__child"):
        yield Piece(
            kind="oversight",
            child=check.review.child,
            iro_pk=check.iro_pk,
            iro_name=check.iro_name,
            about_pk=check.review_id,
            deed="Do the midway check",
            button="Check",
            page="midway_check",
            do_on=check.due_on,
            deadline=of_midway(deadlines, check),
            note=f"Next review due {check.review.due_on:%-d %B}",
        )
