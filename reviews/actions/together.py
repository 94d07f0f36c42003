"""Brothers and sisters reviewed together: what their outcome forms share is typed once."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from reviews.models import Meeting, Review


def share_answers(
    review: Review,
    *,
    held_at: datetime,
    method: str,
    attendees: Sequence[str],
    others_attending: str,
) -> None:
    """Keep for the other children's forms what the first one handed in says of the meeting."""
    if review.meeting_id is None:
        return
    began = timezone.localtime(held_at)
    # The first form's answers stand: a later child's may be told apart from them on purpose.
    Meeting.objects.filter(pk=review.meeting_id, shared={}).update(
        shared={
            "review": review.pk,
            "name": review.child.given_name,
            "held_on": began.date().isoformat(),
            "held_time": f"{began:%H:%M}",
            "method": method,
            "attendees": list(attendees),
            "others_attending": others_attending,
        }
    )
