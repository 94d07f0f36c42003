"""What an IRO does for a child between two reviews."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from cohort.models import Child
from iro_service.constraints import done_in_time, together
from reviews.models.review import Review
from reviews.querysets import FootprintQuerySet, MidwayCheckQuerySet


@keep_history
class MidwayCheck(models.Model):
    """A look at the plan half-way between the last review and the one that is due."""

    class Outcome(models.TextChoices):
        ON_TRACK = "on_track", "On track"
        SOME_DRIFT = "some_drift", "Some drift, raised informally"
        CONCERN = "concern", "A concern to dispute"

    review = models.OneToOneField(Review, models.PROTECT, related_name="midway_check")  # the next
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    note = models.TextField(blank=True)
    done_in_time = done_in_time("done_on", "due_on")

    objects = MidwayCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            together("done_on", "done_by", name="midway_done_by_somebody"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, outcome="")
                | (Q(done_on__isnull=False) & ~Q(outcome="")),
                name="midway_done_with_outcome",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(done_on__isnull=True), name="midway_checks_due"
            ),
            # Done or not, by month.
            models.Index(fields=["due_on"], name="midway_checks_by_day"),
        ]

    def __str__(self) -> str:
        return f"Midway check before review {self.review_id}"


@keep_history
class Footprint(models.Model):
    """Something an IRO did for a child between reviews, logged in seconds."""

    class Kind(models.TextChoices):
        CONTACT = "contact", "Contact with the child"
        VISIT = "visit", "Visit to the child"
        FAMILY = "family", "Contact with parents or carers"
        SOCIAL_WORKER = "social_worker", "Talk with the social worker"
        CASE_FILE = "case_file", "Look at the case file"
        CONSULTATION = "consultation", "Consultation"

    child = models.ForeignKey(Child, models.PROTECT, related_name="footprints")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    on = models.DateField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()

    objects = FootprintQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["child", "-on"], name="footprints_of_a_child")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.on}, child {self.child_id}"
