"""Rows that hold from one day to another."""

from datetime import date

from django.db import models
from django.db.models import F, Q


class DatedQuerySet(models.QuerySet):
    """Rows with started_on and ended_on; the day of the end is no longer part of them."""

    def in_force(self, *, on: date):
        """Those that hold on the day."""
        return self.lasting(on=on).filter(started_on__lte=on)

    def lasting(self, *, on: date):
        """Those not ended by the day: in force then, or still to begin."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on))

    def coming(self, *, on: date):
        """Those that begin after the day; one called off holds for no day and is none."""
        some_days = Q(ended_on__isnull=True) | Q(ended_on__gt=F("started_on"))
        # What begins after the day ends after it too: said, because only the ends have an index.
        return self.lasting(on=on).filter(some_days, started_on__gt=on)

    def open(self):
        """Those without an end yet."""
        return self.filter(ended_on__isnull=True)
