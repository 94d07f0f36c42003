"""The log of a dispute: every step, answer, day and person; written once, never changed."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from disputes.codes import Answer, Move, Outcome, State
from disputes.models.dispute import Dispute
from disputes.querysets import ActionQuerySet, StepQuerySet
from iro_service.constraints import together


class Step(models.Model):
    """One line of the log, with where it left the dispute."""

    dispute = models.ForeignKey(Dispute, models.PROTECT, related_name="steps")
    move = models.CharField(max_length=12, choices=Move.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    # Where the step left it.
    state = models.CharField(max_length=10, choices=State.choices)
    stage = models.PositiveSmallIntegerField()
    asked = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    stage_due_on = models.DateField()
    # Of some moves only.
    skipped_because = models.TextField(blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    # The IRO kept the answer in the manager's name.
    in_name_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    private = models.BooleanField(default=False)  # stays in the IRO service

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["dispute", "at"], name="steps_in_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["dispute"], condition=Q(move="opened"), name="a_dispute_opens_once"
            ),
            models.UniqueConstraint(
                fields=["dispute"], condition=Q(move="closed"), name="a_dispute_closes_once"
            ),
            models.CheckConstraint(
                condition=Q(move="answered", answer__in=Answer.values)
                | (~Q(move="answered") & Q(answer="")),
                name="an_answer_says_which",
            ),
            models.CheckConstraint(
                condition=Q(private=False) | Q(move__in=["noted", "legal_advice"]),
                name="only_notes_are_private",
            ),
            models.CheckConstraint(
                condition=Q(move="closed", outcome__in=Outcome.values)
                | (~Q(move="closed") & Q(outcome="")),
                name="only_closing_has_an_outcome",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.get_move_display()} on {self.on}"


@keep_history
class AgreedAction(models.Model):
    """Something a manager undertook in an answer; followed up until it is done."""

    dispute = models.ForeignKey(Dispute, models.PROTECT, related_name="actions")
    step = models.ForeignKey(Step, models.PROTECT, related_name="actions")
    text = models.TextField()
    owner = models.CharField(max_length=120)
    by_when = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(  # who kept that it was done
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["by_when", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(owner=""), name="agreed_action_has_text_and_owner"
            ),
            together("done_on", "done_by", name="agreed_action_done_by_somebody"),
        ]
        indexes = [
            models.Index(
                fields=["by_when"], condition=Q(done_on__isnull=True), name="actions_to_follow_up"
            )
        ]
        triggers = [pgtrigger.Protect(name="agreed_action_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.text
