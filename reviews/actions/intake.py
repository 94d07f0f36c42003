"""A child comes into care: the period of care starts its clocks."""

from datetime import date

from django.db import IntegrityError, transaction

from cohort.actions.care import start_care
from iro_service.refusals import Refusal
from reviews.actions.planning import plan_review_by_episodes
from reviews.models import Review


@transaction.atomic
def take_into_care(
    *, child: dict, period: dict, episode: dict, iro, team, worker, on: date, by
) -> Review:
    """Record the child and the period of care, and plan the first review by the law."""
    try:
        with transaction.atomic():
            started = start_care(
                child=child, period=period, episode=episode,
                iro=iro, team=team, worker=worker, on=on, by=by,
            )  # fmt: skip
    except IntegrityError:
        raise Refusal("A child with this reference is here already.") from None
    return plan_review_by_episodes(started, on=on, by=by)
