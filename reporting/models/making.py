"""One making of a report's PDF, and the file."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import together
from reporting.audience import Audience
from reporting.models.edition import Edition
from reporting.querysets import MakingQuerySet


@keep_history
class Making(models.Model):
    """One making of a PDF: asked for, worked on, made or failed.

    Of an edition it prints what was frozen; without one, the report as it stands.
    """

    period = models.CharField(max_length=10)
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.INTERNAL)
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="makings", null=True, blank=True
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    step = models.CharField(max_length=60, default="Waiting to start")
    percent = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    figures = models.JSONField(null=True, blank=True)

    objects = MakingQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            # A double click makes one.
            models.UniqueConstraint(
                fields=["period", "audience", "edition"],
                condition=Q(made_at__isnull=True, failed_at__isnull=True),
                nulls_distinct=False,
                name="one_making_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(made_at__isnull=True) | Q(failed_at__isnull=True),
                name="report_made_or_failed",
            ),
            together("made_at", "figures", name="report_made_with_figures"),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()} report {self.period}"


class ReportFile(models.Model):
    """The PDF of a making, kept in the database so that every web and worker process has it."""

    making = models.OneToOneField(Making, models.PROTECT, related_name="file")
    pdf = models.BinaryField()

    def __str__(self) -> str:
        return f"PDF of {self.making_id}"
