"""What an outcome form need not ask, because it is known already."""

from django.utils import timezone

from reviews.codes import Permanence
from reviews.models import OutcomeForm, Review


def known_answers(review: Review, user) -> dict:
    """The booked day and time, who chairs, and the plan for permanence as it was last time."""
    chair = review.chair or (user if user.is_iro else None)
    return _booked(review) | _last_time(review) | {"chair": chair.pk if chair else None}


def _booked(review: Review) -> dict:
    booked = review.booked_for and timezone.localtime(review.booked_for)
    return {"held_on": booked.date(), "held_time": booked.time()} if booked else {}


def _last_time(review: Review) -> dict:
    """The plan only: all else is asked afresh. Where there was none yet, that is asked, too."""
    before = OutcomeForm.objects.submitted().standing().filter(review__period=review.period_id)
    last = before.order_by("-review__held_on").values_list("permanence_plan", flat=True).first()
    return {} if last in (None, "", Permanence.NONE_YET) else {"permanence_plan": last}
