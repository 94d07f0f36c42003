"""The record of discussion: written, completed, distributed."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import done_in_time, in_order, together
from reviews.models.review import Review
from reviews.querysets import RecordQuerySet


@keep_history
class Record(models.Model):
    """What was discussed, owed 20 working days after the review was held."""

    SECTIONS = ("since_last_review", "wishes_and_feelings", "discussion", "care_plan")
    TEXTS = (*SECTIONS, "letter")

    review = models.OneToOneField(Review, models.PROTECT, related_name="record")
    remind_on = models.DateField()
    due_on = models.DateField()
    distribution_due_on = models.DateField()

    class Style(models.TextChoices):
        SECTIONS = "sections", "Sections"
        LETTER = "letter", "Letter to the child"

    style = models.CharField(max_length=10, choices=Style.choices, default=Style.SECTIONS)
    letter = models.TextField(blank=True)
    since_last_review = models.TextField(blank=True)
    wishes_and_feelings = models.TextField(blank=True)
    discussion = models.TextField(blank=True)
    care_plan = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)  # two people writing: the second is told
    written_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    completed_on = models.DateField(null=True, blank=True)
    completed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    distributed_on = models.DateField(null=True, blank=True)
    distributed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    distributed_to = models.TextField(blank=True)
    completed_in_time = done_in_time("completed_on", "due_on")
    distributed_in_time = done_in_time("distributed_on", "distribution_due_on")

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            together("written_at", "written_by", name="written_by_somebody"),
            together("completed_on", "completed_by", name="completed_by_somebody"),
            together("distributed_on", "distributed_by", name="distributed_by_somebody"),
            in_order("completed_on", "distributed_on", name="completed_before_distributed"),
            models.CheckConstraint(
                condition=Q(distributed_on__isnull=True) | Q(completed_on__isnull=False),
                name="distributed_when_completed",
            ),
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True)
                | (Q(style="sections") & ~Q(discussion=""))
                | (Q(style="letter") & ~Q(letter="")),
                name="completed_with_discussion",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(completed_on__isnull=True), name="records_owed"
            ),
            models.Index(
                fields=["distribution_due_on"],
                condition=Q(completed_on__isnull=False, distributed_on__isnull=True),
                name="records_to_send",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="completed_once",
                operation=pgtrigger.Update,
                condition=(
                    pgtrigger.Q(old__completed_on__isnull=False)
                    & pgtrigger.Q(old__completed_on__df=pgtrigger.F("new__completed_on"))
                )
                | (
                    pgtrigger.Q(old__distributed_on__isnull=False)
                    & pgtrigger.Q(old__distributed_on__df=pgtrigger.F("new__distributed_on"))
                ),
            ),
            # A completed record is read, sent and filed as it is.
            pgtrigger.Protect(
                name="completed_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__completed_on__isnull=False)
                & (
                    pgtrigger.Q(old__since_last_review__df=pgtrigger.F("new__since_last_review"))
                    | pgtrigger.Q(
                        old__wishes_and_feelings__df=pgtrigger.F("new__wishes_and_feelings")
                    )
                    | pgtrigger.Q(old__discussion__df=pgtrigger.F("new__discussion"))
                    | pgtrigger.Q(old__care_plan__df=pgtrigger.F("new__care_plan"))
                    | pgtrigger.Q(old__letter__df=pgtrigger.F("new__letter"))
                    | pgtrigger.Q(old__style__df=pgtrigger.F("new__style"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Record of review {self.review_id}"

    @property
    def is_letter(self) -> bool:
        """Whether it is written as a letter to the child."""
        return self.style == self.Style.LETTER

    @property
    def text(self) -> str:
        """What its readers read, in the chosen style."""
        if self.is_letter:
            return self.letter
        return "\n\n".join(filter(None, (getattr(self, name) for name in self.SECTIONS)))
