"""What happens to a planned review before it is held, and the few things undone afterwards."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audit.history import keep_history
from iro_service.constraints import in_order, together
from reviews.models.review import Review

APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class PlanChange(models.Model):
    """One thing that happened to a plan, with its reason: kept for good, in order."""

    class Kind(models.TextChoices):
        BOOKED = "booked", "Booked"
        REBOOKED = "rebooked", "Booked anew"
        BROUGHT_FORWARD = "brought_forward", "Brought forward"
        ADJOURNED = "adjourned", "Adjourned"
        CANCELLED = "cancelled", "Cancelled"
        REPLANNED = "replanned", "Planned anew: the child's circumstances changed"
        HOLIDAY = "holiday", "Moved by a proclaimed bank holiday"
        STRUCK = "struck", "Recorded in error"
        STRIKE_DECLINED = "strike_declined", "Said to be recorded in error, and stands"
        PART_TAKEN_OUT = "part_taken_out", "A part entered by mistake was taken out"

    class AskedBy(models.TextChoices):
        CHILD = "child", "The child"
        IRO = "iro", "The IRO"
        PARENT = "parent", "A parent"
        CARER = "carer", "The carer"
        SOCIAL_WORKER = "social_worker", "The social worker"
        LAW = "law", "The law"

    review = models.ForeignKey(Review, models.PROTECT, related_name="plan_changes")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    asked_by = models.CharField(max_length=20, choices=AskedBy.choices, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    day_before = models.DateField(null=True, blank=True)  # booked or due day before the change
    day_after = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["review", "at"], name="changes_of_a_plan")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: review {self.review_id}"


@keep_history
class Adjournment(models.Model):
    """A review begun and adjourned: once, for at most 20 working days."""

    review = models.OneToOneField(Review, models.PROTECT, related_name="adjournment")
    adjourned_on = models.DateField()
    resume_by = models.DateField()  # the last lawful day
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            in_order("adjourned_on", "resume_by", name="resumed_after_adjourned"),
            models.CheckConstraint(condition=~Q(reason=""), name="adjourned_with_reason"),
        ]

    def __str__(self) -> str:
        return f"Review {self.review_id} adjourned on {self.adjourned_on}"


@keep_history
class ReviewPart(models.Model):
    """One meeting of a review completed in parts; the last one's day is the day it was held."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="parts")
    held_on = models.DateField()
    with_whom = models.CharField(max_length=300)

    class Meta:
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(with_whom=""), name="part_was_with_somebody"),
        ]

    def __str__(self) -> str:
        return f"Part of review {self.review_id} on {self.held_on}"


@keep_history
class Strike(models.Model):
    """A held review recorded in error: one person says so and why, a second one confirms it."""

    review = models.OneToOneField(Review, models.PROTECT, related_name="strike")
    reason = models.CharField(max_length=500)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            together("confirmed_on", "confirmed_by", name="strike_confirmed_by_somebody"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("asked_by")),
                name="strike_takes_two_people",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="strike_has_reason"),
        ]

    def __str__(self) -> str:
        return f"Review {self.review_id} recorded in error"
