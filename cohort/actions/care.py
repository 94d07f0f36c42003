"""A child comes into care."""

from datetime import date

from django.db import transaction

from cohort.models import Allocation, CaseHolding, Child, Episode, PeriodOfCare


@transaction.atomic
def start_care(
    *, child: dict, period: dict, episode: dict, iro, team, worker, on: date, by
) -> PeriodOfCare:
    """Record a child, the period of care and its first episode, and who holds the case.

    The IRO's and the team's part begin on the day it is entered, not before they knew.
    """
    started = PeriodOfCare.objects.create(child=Child.objects.create(**child), **period)
    Episode.objects.create(period=started, started_on=started.started_on, reason_new="S", **episode)
    if iro:
        Allocation.objects.create(child=started.child, iro=iro, started_on=on)
    if team or worker:
        CaseHolding.objects.create(
            child=started.child, team=team or worker.team, worker=worker, started_on=on
        )
    return started
