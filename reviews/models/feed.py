"""The private address under which a calendar program reads a person's reviews."""

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """One secret address a person; a new one ends the old."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="calendar_feed"
    )
    secret_hash = models.CharField(max_length=64, unique=True)  # the secret itself is never kept
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Calendar feed of {self.person}"
