"""The council's ladder: the stages a dispute climbs, who answers at each and how long they have."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from disputes.codes import Owner
from statute.clocks import CLOCKS

FORMAL_DAYS = CLOCKS["dispute_total"].amount  # working days, IRO Handbook 6.2

# Asked when the transaction ends, once all stages are there.
WITHIN_THE_TOTAL = f"""
    IF (
        SELECT SUM(working_days) FROM disputes_stage WHERE ladder_id = NEW.ladder_id AND formal
    ) > {FORMAL_DAYS} THEN
        RAISE EXCEPTION 'The formal stages have {FORMAL_DAYS} working days together.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""  # noqa: S608  # a number of the law and nothing typed


@keep_history
class Ladder(models.Model):
    """One edition of the ladder; a change makes another, for disputes opened from then on."""

    made_on = models.DateField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        get_latest_by = "pk"
        triggers = [
            pgtrigger.Protect(name="ladder_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"Ladder from {self.made_on}"


@keep_history
class Stage(models.Model):
    """A stage of a ladder; number 0 is the informal one."""

    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    formal = models.BooleanField()
    working_days = models.PositiveSmallIntegerField()
    owner = models.CharField(max_length=20, choices=Owner.choices)
    # Who answers; empty where it is the manager of the child's team.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["ladder", "number"]
        constraints = [
            models.UniqueConstraint(fields=["ladder", "number"], name="stages_are_numbered"),
            models.CheckConstraint(
                condition=Q(working_days__gte=1) & Q(working_days__lte=FORMAL_DAYS),
                name="stage_has_working_days",
            ),
            models.CheckConstraint(
                condition=Q(number=0, formal=False) | Q(number__gt=0, formal=True),
                name="only_the_first_stage_is_informal",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="stage_is_named"),
        ]
        triggers = [
            pgtrigger.Protect(name="stage_stays", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="formal_stages_within_the_total",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func=WITHIN_THE_TOTAL,
            ),
        ]

    def __str__(self) -> str:
        return self.name
