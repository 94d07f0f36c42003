"""What an outcome form need not ask, because it is known already."""

from datetime import date, time

from django.utils import timezone

from reviews.codes import LateReason, Permanence
from reviews.models import OutcomeForm, Review
from reviews.plan import adjournment_of, parts_of


def known_answers(review: Review, user) -> dict:
    """The day and time, who chairs, what a brother's or sister's form says, the plan last time."""
    chair = review.chair or (user if user.is_iro else None)
    known = _booked(review) | _shared(review) | _begun(review) | _last_time(review)
    return known | {"chair": chair.pk if chair else None}


def _booked(review: Review) -> dict:
    booked = review.booked_for and timezone.localtime(review.booked_for)
    return {"held_on": booked.date(), "held_time": booked.time()} if booked else {}


def _shared(review: Review) -> dict:
    """What the first form of those reviewed together says of their meeting."""
    shared = dict(review.meeting.shared) if review.meeting else {}
    if not shared:
        return {}
    del shared["review"], shared["name"]
    held_on = date.fromisoformat(shared["held_on"])
    return shared | {"held_on": held_on, "held_time": time.fromisoformat(shared["held_time"])}


def _begun(review: Review) -> dict:
    """The last part's day is the day it was held; one adjourned is late for that reason."""
    parts = parts_of(review)
    last = {"held_on": parts[-1].held_on} if parts else {}
    return last | ({"late_reason": LateReason.ADJOURNED} if adjournment_of(review) else {})


def _last_time(review: Review) -> dict:
    """The plan only: all else is asked afresh. Where there was none yet, that is asked, too."""
    before = OutcomeForm.objects.submitted().standing().filter(review__period=review.period_id)
    last = before.order_by("-review__held_on").values_list("permanence_plan", flat=True).first()
    return {} if last in (None, "", Permanence.NONE_YET) else {"permanence_plan": last}
