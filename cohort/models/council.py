"""The council itself: its name, its choices where the law leaves one, its districts."""

from datetime import date
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from statute.participation import CODES, DEFAULT_PARTICIPATED


def default_participated() -> list[str]:
    """PN1, PN2, PN3, PN5 and PN6."""
    return list(DEFAULT_PARTICIPATED)


@keep_history
class Council(models.Model):
    """The one council this service works for, with the choices the law leaves to it."""

    class MonthsAs(models.TextChoices):
        MONTHS = "months", "Calendar months: the same day of a later month"
        DAYS = "days", "91 and 183 days"

    name = models.CharField(max_length=100)
    count_months_as = models.CharField(
        max_length=6, choices=MonthsAs.choices, default=MonthsAs.MONTHS
    )
    participated_codes = ArrayField(
        models.CharField(max_length=3, choices=[(code, code) for code in CODES]),
        default=default_participated,
    )
    # Years that began before this day come from published figures, not from records.
    records_from = models.DateField()
    established_posts = models.DecimalField(max_digits=4, decimal_places=1, default=0)
    only = models.BooleanField(default=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["only"], name="one_council"),
            models.CheckConstraint(condition=Q(only=True), name="the_one_council"),
            models.CheckConstraint(condition=~Q(name=""), name="council_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


@keep_history
class CaseloadWeights(models.Model):
    """What a child counts for in the weighted caseload: the council's own judgement."""

    sibling = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("0.80"))
    far = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("1.20"))
    far_from_miles = models.PositiveSmallIntegerField(default=20)
    complex = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("1.30"))
    review_due = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("1.10"))
    only = models.BooleanField(default=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["only"], name="one_set_of_weights"),
            models.CheckConstraint(condition=Q(only=True), name="the_one_set_of_weights"),
            models.CheckConstraint(
                condition=Q(sibling__gt=0, far__gt=0, complex__gt=0, review_due__gt=0),
                name="weights_are_above_nothing",
            ),
        ]

    def __str__(self) -> str:
        return "Weights of the caseload"


class District(models.Model):
    """A district of the county, in which a child lived before being looked after."""

    name = models.CharField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


@keep_history
class ProclaimedHoliday(models.Model):
    """A bank holiday proclaimed after the calendar in use was published."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.name}, {self.day:%-d %B %Y}"


def proclaimed_days() -> tuple[tuple[date, str], ...]:
    """The proclaimed holidays as the calendar takes them."""
    return tuple(ProclaimedHoliday.objects.values_list("day", "name"))
