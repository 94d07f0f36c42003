"""Files brought in from other systems: asked for, worked on, done or failed, and what came."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from iro_service.constraints import together


class ImportRun(models.Model):
    """One import. What it did to the records it did in one transaction, or it did nothing."""

    class Kind(models.TextChoices):
        SSDA903 = "ssda903", "SSDA903 return"
        REVIEWS = "reviews", "Reviews"
        CHILDREN = "children", "Children's names and facts"
        PEOPLE = "people", "IROs and their posts"
        ALLOCATIONS = "allocations", "Allocations"
        TEAMS = "teams", "Teams, workers and who holds which case"

    kind = models.CharField(max_length=11, choices=Kind.choices)
    asked_by = models.ForeignKey(  # empty where the command was typed
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    dry_run = models.BooleanField(default=False)  # only to say what would change
    year = models.CharField(max_length=7, blank=True)  # the one year a return is said to be of
    columns = models.JSONField(default=dict)  # which column of the file is which of ours
    step = models.CharField(max_length=60, default="Waiting to start")
    percent = models.PositiveSmallIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    summary = models.JSONField(null=True, blank=True)
    # Years whose reviews are all in the records since, like 2016-17.
    years = ArrayField(models.CharField(max_length=7), default=list)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(failed_at__isnull=True),
                name="import_finished_or_failed",
            ),
            together("finished_at", "summary", name="import_finished_with_summary"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.asked_at:%-d %B %Y}"


class ImportFile(models.Model):
    """A file of an import, kept in the database so that every web and worker process has it."""

    class Part(models.TextChoices):
        GIVEN = "given", "As it was handed in"
        REJECTS = "rejects", "The rows that were not taken, with reasons"

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="files")
    part = models.CharField(max_length=7, choices=Part.choices)
    name = models.CharField(max_length=200)
    content = models.BinaryField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
