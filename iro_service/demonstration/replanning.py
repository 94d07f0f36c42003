"""Why some planned reviews follow the clocks of adoption: the day they were planned anew."""

from datetime import datetime, time

from django.contrib.auth import get_user_model

from accounts.models import Role
from reviews.actions.planning import next_deadline
from reviews.models import PlanChange, Review
from reviews.regimes import Regime
from statute.timescales import LONDON

FIRST = {
    "adoption_authorised_first": "A placement order was made",
    "adoption_placed_first": "Placed for adoption",
}
AT = time(9, 40, tzinfo=LONDON)


def load_replanning() -> int:
    """The log of each planned review whose due day a change of regime has set; how many."""
    manager = get_user_model().objects.filter(role=Role.PRACTICE_MANAGER).order_by("pk").first()
    planned = Review.objects.planned().filter(rule__in=FIRST).select_related("child", "period")
    rows = [
        PlanChange(
            review=review,
            kind=PlanChange.Kind.REPLANNED,
            asked_by=PlanChange.AskedBy.LAW,
            reason=f"{FIRST[review.rule]} on {review.base_on:%-d %B %Y}",
            day_before=next_deadline(
                review.period, Regime("ordinary", review.period.started_on)
            ).due_on,
            day_after=review.due_on,
            at=datetime.combine(review.base_on, AT),
            by=manager,
        )
        for review in planned.order_by("pk")
    ]
    return len(PlanChange.objects.bulk_create(rows))
