"""The report of a period: written, reviewed, approved, published, and corrected in the open."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audit.history import keep_history
from iro_service.constraints import together
from reporting.querysets import ReportQuerySet
from statute.reporting_year import ReportingYear


def _person() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )


@keep_history
class Report(models.Model):
    """One report a period. Its state is told by its days: no column says it a second time.

    Published it is closed; a correction opens it again, with its reason, and the steps are taken
    anew before the next numbered edition.
    """

    period = models.CharField(max_length=10, unique=True)  # "2016-17", "2016-17-H1", "2016-17-Q3"
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)  # to the practice manager
    submitted_by = _person()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = _person()
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = _person()
    closed_at = models.DateTimeField(null=True, blank=True)  # by publishing
    correction = models.CharField(max_length=500, blank=True)  # why it was opened again

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-period"]
        constraints = [
            together("submitted_at", "submitted_by", name="report_submitted_by_somebody"),
            together("reviewed_at", "reviewed_by", name="report_reviewed_by_somebody"),
            together("approved_at", "approved_by", name="report_approved_by_somebody"),
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True) | Q(submitted_at__isnull=False),
                name="report_reviewed_once_submitted",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(reviewed_at__isnull=False),
                name="report_approved_once_reviewed",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(approved_at__isnull=False),
                name="report_published_once_approved",
            ),
            # A second pair of eyes is somebody else's.
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("submitted_by")),
                name="report_reviewed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"Report {self.period}"

    @property
    def year(self) -> ReportingYear:
        """The year, half or quarter it is about."""
        return ReportingYear.parse(self.period)

    @property
    def may_be_written(self) -> bool:
        """Whether its words may still change: what was reviewed stands, unless it is taken back."""
        return self.reviewed_at is None
