"""IROs' posts, who reviews which child, who covers for whom."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audit.history import keep_history
from cohort.models.child import Child
from iro_service.constraints import in_order, no_overlap
from iro_service.dated import DatedQuerySet


@keep_history
class IROPost(models.Model):
    """A post an IRO fills, in parts of a full-time one, from one day to another."""

    class Contract(models.TextChoices):
        PERMANENT = "permanent", "Permanent"
        FIXED_TERM = "fixed_term", "Fixed term"
        INTERIM = "interim", "Interim"

    iro = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts")
    full_time_equivalent = models.DecimalField(max_digits=3, decimal_places=2)
    contract = models.CharField(max_length=10, choices=Contract.choices)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(full_time_equivalent__gt=0)
                & Q(full_time_equivalent__lte=Decimal("1.00")),
                name="post_is_part_of_one_full_time_post",
            ),
            in_order("started_on", "ended_on", name="post_in_order"),
            no_overlap("iro", name="one_post_an_iro_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.iro}, {self.full_time_equivalent} from {self.started_on}"


@keep_history
class Allocation(models.Model):
    """A child is reviewed by one IRO at a time."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="allocations")
    iro = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="allocations")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on"]
        constraints = [
            in_order("started_on", "ended_on", name="allocation_in_order"),
            no_overlap("child", name="one_iro_a_child_at_a_time"),
        ]
        indexes = [
            models.Index(
                fields=["iro"], condition=Q(ended_on__isnull=True), name="open_allocations"
            ),
            # In force on a day near today is what ends after it, or has no end.
            models.Index(fields=["ended_on"], name="allocations_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} to {self.iro} from {self.started_on}"


@keep_history
class Cover(models.Model):
    """While one IRO is away another sees and chairs for their children."""

    away = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences")
    covered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="covers")
    started_on = models.DateField()
    ended_on = models.DateField()  # the day they are back

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on"]
        constraints = [
            in_order("started_on", "ended_on", name="cover_in_order"),
            models.CheckConstraint(
                condition=~Q(away=F("covered_by")), name="nobody_covers_for_themselves"
            ),
            no_overlap("away", "covered_by", name="cover_once"),
        ]

    def __str__(self) -> str:
        return f"{self.covered_by} for {self.away} from {self.started_on}"
