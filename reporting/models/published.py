"""Figures as they were published before the council's records began."""

from django.db import models
from django.db.models import F, Q

from audit.history import keep_history


@keep_history
class PublishedMonth(models.Model):
    """Timeliness of a month before the council's records began, as it was published."""

    month = models.DateField(unique=True)  # its first day
    reviews = models.PositiveIntegerField()
    in_timescale = models.PositiveIntegerField()

    class Meta:
        ordering = ["month"]
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="published_month_first_day"),
            models.CheckConstraint(
                condition=Q(in_timescale__lte=F("reviews")), name="published_part_of_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%B %Y}: {self.in_timescale} of {self.reviews}"


@keep_history
class PublishedYear(models.Model):
    """Participation in a year before the council's records began, as it was published."""

    year = models.CharField(max_length=7, unique=True)  # "2015-16"
    reviews_aged_4_and_over = models.PositiveIntegerField()
    participated = models.PositiveIntegerField()
    not_recorded = models.PositiveIntegerField()
    # Children looked after on the year's last day, where the council told it.
    looked_after = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reviews_aged_4_and_over__gte=F("participated") + F("not_recorded")),
                name="published_participation_adds_up",
            ),
        ]

    def __str__(self) -> str:
        return self.year

    @property
    def not_participated(self) -> int:
        """Reviews recorded as without participation: the rest."""
        return self.reviews_aged_4_and_over - self.participated - self.not_recorded
