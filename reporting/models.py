"""What reporting writes: figures published before the records began, and reports made."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audit.history import keep_history
from iro_service.constraints import together
from reporting.querysets import AnnualReportQuerySet


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


@keep_history
class AnnualReport(models.Model):
    """One making of the annual report: asked for, worked on, made or failed."""

    year = models.CharField(max_length=7)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    step = models.CharField(max_length=60, default="Waiting to start")
    percent = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    figures = models.JSONField(null=True, blank=True)

    objects = AnnualReportQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            # A double click makes one.
            models.UniqueConstraint(
                fields=["year"],
                condition=Q(made_at__isnull=True, failed_at__isnull=True),
                name="one_report_in_the_making_a_year",
            ),
            models.CheckConstraint(
                condition=Q(made_at__isnull=True) | Q(failed_at__isnull=True),
                name="report_made_or_failed",
            ),
            together("made_at", "figures", name="report_made_with_figures"),
        ]

    def __str__(self) -> str:
        return f"Annual report {self.year}"


class ReportFile(models.Model):
    """The PDF of a report, kept in the database so that every web and worker process has it."""

    report = models.OneToOneField(AnnualReport, models.PROTECT, related_name="file")
    pdf = models.BinaryField()

    def __str__(self) -> str:
        return f"PDF of report {self.report_id}"
