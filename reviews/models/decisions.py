"""Decisions of a review, their way to the team manager and what became of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import done_in_time, in_order, together
from reviews.models.review import Review
from reviews.querysets import DecisionQuerySet, DecisionSheetQuerySet


@keep_history
class Decision(models.Model):
    """A decision of a review: what, who will do it, by when, and what became of it."""

    class Outcome(models.TextChoices):
        DONE = "done", "Done"
        PARTLY = "partly", "Partly done"
        NOT_DONE = "not_done", "Not done"

    review = models.ForeignKey(Review, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    owner = models.CharField(max_length=120)
    by_when = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    outcome_on = models.DateField(null=True, blank=True)
    outcome_why = models.CharField(max_length=500, blank=True)
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to"
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="decisions_are_numbered"),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(owner=""), name="decision_has_text_and_owner"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_on__isnull=True)
                | (~Q(outcome="") & Q(outcome_on__isnull=False)),
                name="decision_outcome_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="not_done") | ~Q(outcome_why=""),
                name="not_done_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["review"], condition=Q(outcome=""), name="decisions_to_be_done")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


@keep_history
class DecisionSheet(models.Model):
    """A review's decisions on their way: to the team manager in 5 working days, answered in 5."""

    class Answer(models.TextChoices):
        AGREES = "agrees", "Agrees"
        COMMENTS = "comments", "Agrees, with comments"
        OBJECTS = "objects", "Objects"

    review = models.OneToOneField(Review, models.PROTECT, related_name="decision_sheet")
    due_on = models.DateField()  # the last day to send it
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer_due_on = models.DateField(null=True, blank=True)  # silence after it is agreement
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answer_text = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_in_time = done_in_time("sent_on", "due_on")
    # What the IRO and the manager came to after an objection.
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_note = models.TextField(blank=True)

    objects = DecisionSheetQuerySet.as_manager()

    class Meta:
        constraints = [
            together("sent_on", "sent_by", "answer_due_on", name="sheet_sent_with_its_clock"),
            together("answered_on", "answered_by", name="sheet_answered_by_somebody"),
            in_order("sent_on", "answered_on", name="sheet_answered_after_sent"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="sheet_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["", "agrees"]) | ~Q(answer_text=""),
                name="comments_and_objections_have_words",
            ),
            together("settled_on", "settled_by", name="objection_settled_by_somebody"),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True) | (Q(answer="objects") & ~Q(settled_note="")),
                name="only_an_objection_is_settled",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(sent_on__isnull=True), name="decisions_to_send"
            ),
            models.Index(
                fields=["manager", "answer_due_on"],
                condition=Q(sent_on__isnull=False, answered_on__isnull=True),
                name="decisions_to_answer",
            ),
            models.Index(
                fields=["answered_on"],
                condition=Q(answer="objects", settled_on__isnull=True),
                name="objections_to_settle",
            ),
        ]

    def __str__(self) -> str:
        return f"Decisions of review {self.review_id}"

    @property
    def answered_late(self) -> bool:
        """Whether the answer came after silence had become agreement."""
        return bool(self.answered_on and self.answer_due_on < self.answered_on)

    def agreed_by_silence(self, *, on) -> bool:
        """Whether nobody answered and the day to answer is past."""
        return bool(self.sent_on and not self.answered_on and self.answer_due_on < on)
