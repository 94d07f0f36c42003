"""The questions asked of reviews, outcome forms and records."""

from datetime import date, datetime

from django.apps import apps
from django.db import models
from django.db.models import Q

from accounts.models import Role


def children_of(user, *, on: date):
    """The children the person may see."""
    return apps.get_model("cohort", "Child").objects.visible_to(user, on=on)


class ReviewQuerySet(models.QuerySet):
    """Reviews."""

    def visible_to(self, user, *, on: date):
        """Those of the children the person sees, and those an IRO is to chair."""
        if user.is_manager:
            return self
        mine = Q(child__in=children_of(user, on=on))
        if user.role == Role.IRO:
            mine |= Q(chair=user, held_on__isnull=True, cancelled_on__isnull=True)
        return self.filter(mine)

    def planned(self):
        """Neither held nor cancelled."""
        return self.filter(held_on__isnull=True, cancelled_on__isnull=True)

    def held(self):
        """Held, on whatever day."""
        return self.filter(held_on__isnull=False)

    def held_between(self, first: date, last: date):
        """Held from the first to the last day, both included."""
        return self.filter(held_on__gte=first, held_on__lte=last)

    def overdue(self, *, on: date):
        """Planned, and the last lawful day is past."""
        return self.planned().filter(due_on__lt=on)

    def held_late(self):
        """Held after the day it was due."""
        return self.filter(held_in_time=False)

    def not_recorded(self):
        """Held without a participation code."""
        return self.held().filter(participation_code="")


class OutcomeFormQuerySet(models.QuerySet):
    """Outcome forms."""

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees."""
        reviews = apps.get_model("reviews", "Review").objects.visible_to(user, on=on)
        return self if user.is_manager else self.filter(review__in=reviews)

    def owed(self, *, at: datetime):
        """Not submitted although the booked time of the review has come."""
        return self.filter(
            submitted_at__isnull=True,
            review__cancelled_on__isnull=True,
            review__booked_for__lte=at,
        )

    def overdue(self, *, at: datetime):
        """Not submitted, and the 24 hours are past."""
        return self.filter(
            submitted_at__isnull=True, review__cancelled_on__isnull=True, due_at__lt=at
        )

    def submitted(self):
        """Handed in."""
        return self.filter(submitted_at__isnull=False)


class RecordQuerySet(models.QuerySet):
    """Records of discussion."""

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees; business support: the completed ones, to send."""
        if user.role == Role.BUSINESS_SUPPORT:
            return self.completed()
        reviews = apps.get_model("reviews", "Review").objects.visible_to(user, on=on)
        return self if user.is_manager else self.filter(review__in=reviews)

    def outstanding(self):
        """Not completed."""
        return self.filter(completed_on__isnull=True)

    def overdue(self, *, on: date):
        """Not completed, and the 20th working day is past."""
        return self.outstanding().filter(due_on__lt=on)

    def completed(self):
        """Completed, distributed or not."""
        return self.filter(completed_on__isnull=False)

    def to_send(self):
        """Completed and not distributed."""
        return self.completed().filter(distributed_on__isnull=True)
