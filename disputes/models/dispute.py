"""A dispute: where it stands now. How it came there is its log, which nobody edits."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from disputes.codes import OPEN, UNSETTLED, Outcome, State, Urgency
from disputes.models.ladder import Ladder
from disputes.models.raised import Raised
from disputes.querysets import DisputeQuerySet
from iro_service.constraints import in_order, together

# What was raised stays as it was raised: whoever got it wrong withdraws it and opens another.
AS_RAISED = (
    "child_id", "review_id", "decision_id", "theme", "text", "wanted", "impact", "urgency",
    "team_id", "worker_id", "raised_on", "raised_by_id", "iro_id", "earlier_id", "ladder_id",
    "started_at_stage",
)  # fmt: skip
NOBODY_CLIMBS_DOWN = f"""
    IF NEW.stage < OLD.stage THEN
        RAISE EXCEPTION 'A dispute does not go back to an earlier stage.'
        USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.state = 'closed' THEN
        RAISE EXCEPTION 'A closed dispute stays as it is.'
        USING ERRCODE = 'check_violation';
    END IF;
    IF ({", ".join(f"NEW.{name}" for name in AS_RAISED)})
        IS DISTINCT FROM ({", ".join(f"OLD.{name}" for name in AS_RAISED)}) THEN
        RAISE EXCEPTION 'What was raised stays as it was raised.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@keep_history
class Dispute(Raised):
    """An IRO's challenge to a child's case, from a quiet word to the director."""

    wanted = models.TextField()
    impact = models.TextField(blank=True)  # on the child, so far
    urgency = models.CharField(max_length=10, choices=Urgency.choices, default=Urgency.ROUTINE)
    # A dispute is never opened again: another one says which it goes back to.
    earlier = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="later")
    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="disputes")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    stage = models.PositiveSmallIntegerField()  # its number on the ladder
    started_at_stage = models.PositiveSmallIntegerField()
    asked = models.ForeignKey(  # who is to answer at this stage
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="disputes"
    )
    stage_from_on = models.DateField()  # the stage's day zero
    stage_due_on = models.DateField()
    # The formal stages together: from the day it became formal.
    formal_on = models.DateField(null=True, blank=True)
    total_due_on = models.DateField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)  # the clock stopped: accepted or closed
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    what_changed = models.TextField(blank=True)  # for the child
    cafcass_on = models.DateField(null=True, blank=True)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(wanted=""), name="dispute_says_what_and_what_for"
            ),
            models.CheckConstraint(
                condition=Q(stage__gte=models.F("started_at_stage")), name="dispute_climbs_only"
            ),
            together("formal_on", "total_due_on", name="formal_dispute_has_its_total"),
            models.CheckConstraint(
                condition=Q(stage=0, formal_on__isnull=True)
                | Q(stage__gt=0, formal_on__isnull=False),
                name="formal_stages_have_a_first_day",
            ),
            in_order("raised_on", "formal_on", name="formal_after_raised"),
            in_order("raised_on", "settled_on", name="settled_after_raised"),
            in_order("settled_on", "closed_on", name="closed_after_settled"),
            models.CheckConstraint(
                condition=Q(state__in=UNSETTLED, settled_on__isnull=True)
                | Q(state__in=[State.ACCEPTED, State.CLOSED], settled_on__isnull=False),
                name="settled_disputes_have_their_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, closed_on__isnull=True, outcome="", what_changed="")
                | (
                    Q(state=State.CLOSED, closed_on__isnull=False, outcome__in=Outcome.values)
                    & ~Q(what_changed="")
                ),
                name="closed_disputes_say_how_they_ended",
            ),
            models.CheckConstraint(
                condition=Q(earlier__isnull=True) | ~Q(earlier=models.F("pk")),
                name="dispute_goes_back_to_another",
            ),
        ]
        indexes = [
            models.Index(
                fields=["stage_due_on"], condition=Q(state="waiting"), name="disputes_to_answer"
            ),
            models.Index(
                fields=["total_due_on"], condition=~Q(state="closed"), name="disputes_open"
            ),
            models.Index(fields=["raised_on"], name="disputes_raised"),
            models.Index(fields=["asked", "state"], name="disputes_asked"),
        ]
        triggers = [
            pgtrigger.Protect(name="dispute_is_kept", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="nobody_climbs_down",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=NOBODY_CLIMBS_DOWN,
            ),
        ]

    def __str__(self) -> str:
        return f"Dispute {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.state != State.CLOSED
