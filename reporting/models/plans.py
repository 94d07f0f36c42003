"""What a report promises for the next year, and how it went; what was said and what was done."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import together
from reporting.models.report import Report


@keep_history
class Priority(models.Model):
    """A priority for the year after the report's: the next report opens with how it went."""

    class Result(models.TextChoices):
        DONE = "done", "Done"
        PARTLY = "partly", "Partly done"
        NOT_DONE = "not_done", "Not done"
        CARRIED = "carried", "Carried into the next year"

    report = models.ForeignKey(Report, models.PROTECT, related_name="priorities")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    lead = models.CharField(max_length=120)
    due_on = models.DateField()
    measure = models.CharField(max_length=300)  # how it will be known that it is done
    figure = models.CharField(max_length=60, blank=True)  # the figure that tells it, by reference
    result = models.CharField(max_length=10, choices=Result.choices, null=True, blank=True)
    went = models.TextField(blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            together("result", "looked_at", "looked_by", name="priority_looked_at_by_somebody"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(lead="") & ~Q(measure=""),
                name="priority_has_lead_and_measure",
            ),
            models.CheckConstraint(
                condition=Q(result__isnull=True) | ~Q(went=""), name="priority_says_how_it_went"
            ),
        ]

    def __str__(self) -> str:
        return self.title


@keep_history
class SaidAndDid(models.Model):
    """You said, we did."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="said_and_did")
    said = models.CharField(max_length=500)
    did = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(said="") & ~Q(did=""), name="said_and_did_both"),
        ]

    def __str__(self) -> str:
        return self.said
