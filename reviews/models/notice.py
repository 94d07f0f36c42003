"""Notices: owed exactly once, delivered at least once."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.models.review import Review


class Notice(models.Model):
    """A reminder owed to a person about a review; a row of the outbox."""

    class Kind(models.TextChoices):
        OUTCOME_FORM_OVERDUE = "outcome_form_overdue", "Outcome form overdue"
        RECORD_OVERDUE = "record_overdue", "Record overdue"

    kind = models.CharField(max_length=30, choices=Kind.choices)
    review = models.ForeignKey(Review, models.PROTECT, related_name="notices")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    due_on = models.DateField()  # the deadline that was passed
    owed_on = models.DateField()
    attempts = models.PositiveSmallIntegerField(default=0)
    attempted_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-owed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "review"], name="one_notice_of_each_kind"),
        ]
        indexes = [
            models.Index(fields=["owed_on"], condition=Q(sent_at__isnull=True), name="notices_owed")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: review {self.review_id}"
