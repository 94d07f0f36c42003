"""What every deed on a plan shares: the planned review locked, and its log."""

from datetime import date, datetime

from iro_service.refusals import Refusal
from reviews.models import PlanChange, Review
from reviews.plan import planned_day


def planned_and_locked(review: Review, deed: str) -> Review:
    """The planned review as it stands, locked; who comes second waits here and is then told."""
    planned = Review.objects.planned().select_for_update(of=("self",))
    found = planned.select_related("child", "period").filter(pk=review.pk).first()
    if found is None:
        raise Refusal(f"This review was held or cancelled meanwhile, so it cannot be {deed}.")
    return found


def refuse_without(reason: str, sentence: str) -> None:
    """Refuse a deed for which nobody said why."""
    if not reason.strip():
        raise Refusal(sentence)


def log_change(
    review: Review,
    kind: PlanChange.Kind,
    *,
    reason: str,
    asked_by: str = "",
    day_before: date | None = None,
    day_after: date | None = None,
    at: datetime,
    by,
) -> PlanChange:
    """Keep for good what happened to the plan; without another day, it was planned for its own."""
    return PlanChange.objects.create(
        review=review,
        kind=kind,
        asked_by=asked_by,
        reason=reason,
        day_before=day_before or planned_day(review),
        day_after=day_after,
        at=at,
        by=by,
    )
