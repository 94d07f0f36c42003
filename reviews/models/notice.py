"""Notices: owed exactly once, delivered at least once."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.models.review import Review
from reviews.outbox import NoticeQuerySet, next_attempt_at


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
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # no longer owed, and never sent
    error = models.TextField(blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-owed_on", "-pk"]
        constraints = [
            # A review booked anew has a new deadline, and so owes a new notice when it passes.
            models.UniqueConstraint(
                fields=["kind", "review", "due_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_notice_of_each_kind",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(withdrawn_at__isnull=True, error=""),
                name="sent_or_withdrawn",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owed_on"],
                condition=Q(sent_at__isnull=True, withdrawn_at__isnull=True),
                name="notices_owed",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: review {self.review_id}"

    @property
    def state(self) -> str:
        """sent, withdrawn, failed or waiting, as its days and its error tell."""
        if self.sent_at:
            return "sent"
        if self.withdrawn_at:
            return "withdrawn"
        return "failed" if self.error else "waiting"

    @property
    def next_attempt_at(self):
        """When it is tried again without being asked; None once given up."""
        return next_attempt_at(self.attempts, self.attempted_at)
