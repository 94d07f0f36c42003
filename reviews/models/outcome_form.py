"""The outcome form of a review, owed within 24 hours, and its corrections."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import done_in_time, together
from reviews.codes import Attendee, Permanence, Plan, TookPart
from reviews.models.review import Review
from reviews.querysets import OutcomeFormQuerySet


@keep_history
class OutcomeForm(models.Model):
    """Owed from the moment a review is booked; complete once it was submitted."""

    review = models.OneToOneField(Review, models.PROTECT, related_name="outcome_form")
    due_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    attendees = ArrayField(
        models.CharField(max_length=20, choices=Attendee.choices), default=list, blank=True
    )
    others_attending = models.CharField(max_length=300, blank=True)
    seen_alone = models.BooleanField(null=True)
    not_alone_reason = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    # Empty on forms handed in before these were asked.
    parents_took_part = models.CharField(max_length=15, choices=TookPart.choices, blank=True)
    carers_took_part = models.CharField(max_length=15, choices=TookPart.choices, blank=True)
    advocate_offered = models.BooleanField(null=True, blank=True)
    placement_right = models.BooleanField(null=True, blank=True)
    placement_note = models.TextField(blank=True)
    permanence_plan = models.CharField(max_length=20, choices=Permanence.choices, blank=True)
    plans_out_of_date = ArrayField(
        models.CharField(max_length=20, choices=Plan.choices), default=list, blank=True
    )
    plans_checked = models.BooleanField(default=False)  # else nothing is known of the plans
    concern = models.TextField(blank=True)
    within_24_hours = done_in_time("submitted_at", "due_at")

    objects = OutcomeFormQuerySet.as_manager()

    class Meta:
        ordering = ["due_at"]
        constraints = [
            together("submitted_at", "submitted_by", name="submitted_by_somebody"),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True)
                | Q(seen_alone=True)
                | (Q(seen_alone=False) & ~Q(not_alone_reason="")),
                name="seen_alone_or_why_not",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(submitted_at__isnull=True),
                name="outcome_forms_owed",
            ),
            models.Index(fields=["due_at"], name="outcome_forms_by_day"),
            models.Index(
                fields=["review"],
                condition=Q(permanence_plan="none_yet"),
                name="no_permanence_plan",
            ),
        ]
        triggers = [
            # A late form stays late: the moment it was handed in is written once.
            pgtrigger.Protect(
                name="submitted_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__submitted_at__isnull=False)
                & (
                    pgtrigger.Q(old__submitted_at__df=pgtrigger.F("new__submitted_at"))
                    | pgtrigger.Q(old__due_at__df=pgtrigger.F("new__due_at"))
                ),
            )
        ]

    def __str__(self) -> str:
        return f"Outcome form of review {self.review_id}"


@keep_history
class Correction(models.Model):
    """A change of a form already handed in: what stood there before, what since, and why."""

    form = models.ForeignKey(OutcomeForm, models.PROTECT, related_name="corrections")
    before = models.JSONField()
    after = models.JSONField()
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_reason")
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"Correction of form {self.form_id}"
