"""Notices: owed exactly once, delivered at least once."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.models.review import Review
from reviews.outbox import NoticeQuerySet, next_attempt_at


class Notice(models.Model):
    """A reminder owed to a person about a review; a row of the outbox."""

    class Kind(models.TextChoices):
        REVIEW_TO_BOOK = "review_to_book", "Review to be booked"
        REVIEW_DUE = "review_due", "Review due"
        REVIEW_OVERDUE = "review_overdue", "Review overdue"
        OUTCOME_FORM_DUE = "outcome_form_due", "Outcome form due"
        OUTCOME_FORM_OVERDUE = "outcome_form_overdue", "Outcome form overdue"
        RECORD_REMINDER = "record_reminder", "Record, first reminder"
        RECORD_DUE = "record_due", "Record due"
        RECORD_OVERDUE = "record_overdue", "Record overdue"
        DECISIONS_TO_SEND = "decisions_to_send", "Decisions to be sent to the team manager"
        DECISIONS_TO_ANSWER = "decisions_to_answer", "Decisions to be answered"
        MIDWAY_DUE = "midway_due", "Midway check due"
        MIDWAY_OVERDUE = "midway_overdue", "Midway check overdue"
        REPORT_MISSING = "report_missing", "Social worker's report not received"
        CHILDS_PAGE_UNOPENED = "childs_page_unopened", "Child's page not opened"
        ESCALATED = "escalated", "Still overdue, to the practice manager"
        WEEKLY_DIGEST = "weekly_digest", "The week"

    kind = models.CharField(max_length=30, choices=Kind.choices)
    review = models.ForeignKey(  # empty for what is about the whole week
        Review, models.PROTECT, null=True, blank=True, related_name="notices"
    )
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
            models.UniqueConstraint(
                fields=["kind", "to", "due_on"],
                condition=Q(withdrawn_at__isnull=True, review__isnull=True),
                name="one_digest_a_person_a_week",
            ),
            models.CheckConstraint(
                condition=Q(kind="weekly_digest", review__isnull=True)
                | (~Q(kind="weekly_digest") & Q(review__isnull=False)),
                name="notice_is_about_a_review",
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
            ),
            models.Index(
                fields=["due_on"], condition=Q(kind="weekly_digest"), name="weekly_digests"
            ),
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
