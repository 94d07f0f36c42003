"""Notices: owed exactly once, delivered at least once."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.models.review import Review
from reviews.outbox import NoticeQuerySet, next_attempt_at


class Notice(models.Model):
    """A reminder owed to a person about a review or a dispute; a row of the outbox."""

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
        DISPUTE_TO_ANSWER = "dispute_to_answer", "Dispute to answer"
        DISPUTE_DUE = "dispute_due", "Answer to a dispute due"
        DISPUTE_OVERDUE = "dispute_overdue", "Answer to a dispute overdue"
        DISPUTE_TO_NOBODY = "dispute_to_nobody", "Dispute put to nobody"
        DISPUTE_MEETING = "dispute_meeting", "Meeting asked for in a dispute"
        DISPUTE_ANSWERED = "dispute_answered", "Dispute answered"
        DISPUTE_SILENT = "dispute_silent", "Dispute not answered in time"
        DISPUTE_SILENT_MANAGER = (
            "dispute_silent_manager",
            "Dispute not answered in time, to the practice manager",
        )
        DISPUTE_TOTAL_DUE = "dispute_total_due", "Dispute near the end of its 20 working days"
        DISPUTE_TOTAL_OVERDUE = "dispute_total_overdue", "Dispute past its 20 working days"
        DISPUTE_TOTAL_MANAGER = (
            "dispute_total_manager",
            "Dispute past its 20 working days, to the practice manager",
        )
        DISPUTE_ACTION_OVERDUE = "dispute_action_overdue", "Agreed action overdue"
        WEEKLY_DIGEST = "weekly_digest", "The week"

    kind = models.CharField(max_length=30, choices=Kind.choices)
    review = models.ForeignKey(  # empty for what is about the whole week
        Review, models.PROTECT, null=True, blank=True, related_name="notices"
    )
    # The step of a dispute's log that put it where it stands: each turn owes its own notices, and
    # the same manager may be asked twice with one last day. By its label: disputes are built on
    # reviews, and nothing here imports them.
    step = models.ForeignKey(
        "disputes.Step", models.PROTECT, null=True, blank=True, related_name="notices"
    )
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    due_on = models.DateField()  # the last day it is about; of an answer the day it came
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
                fields=["kind", "step", "due_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_notice_of_each_kind_a_step",
            ),
            models.UniqueConstraint(
                fields=["kind", "to", "due_on"],
                condition=Q(withdrawn_at__isnull=True, review__isnull=True, step__isnull=True),
                name="one_digest_a_person_a_week",
            ),
            models.CheckConstraint(
                condition=Q(kind="weekly_digest", review__isnull=True, step__isnull=True)
                | Q(kind__startswith="dispute_", review__isnull=True, step__isnull=False)
                | (
                    ~Q(kind="weekly_digest")
                    & ~Q(kind__startswith="dispute_")
                    & Q(review__isnull=False, step__isnull=True)
                ),
                name="notice_is_about_one_thing",
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
        about = f"dispute's step {self.step_id}" if self.step_id else f"review {self.review_id}"
        return f"{self.get_kind_display()}: {about}"

    @property
    def child(self):
        """The child it is about; None for what is about the whole week."""
        if self.step:
            return self.step.dispute.child
        return self.review.child if self.review else None

    @property
    def day_words(self) -> str:
        """What its day is, before the day itself."""
        match self.kind:
            case self.Kind.WEEKLY_DIGEST:
                return "from"
            case self.Kind.DISPUTE_ANSWERED | self.Kind.DISPUTE_MEETING:
                return "since"
        return "due by"

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
