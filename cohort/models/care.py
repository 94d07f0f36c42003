"""Periods of care and the episodes within them."""

import pgtrigger
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from cohort.codes import (
    LegalStatus,
    Need,
    Placement,
    Provider,
    ReasonEnded,
    ReasonNew,
    StatusBefore,
)
from cohort.models.child import Child
from cohort.models.council import District
from cohort.querysets import EpisodeQuerySet, PeriodQuerySet
from iro_service.constraints import in_order, no_overlap, together

NOT_BEFORE_BIRTH = """
    IF NEW.started_on < (SELECT date_of_birth FROM cohort_child WHERE id = NEW.child_id) THEN
        RAISE EXCEPTION 'A period of care cannot start before the child was born.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""
WITHIN_PERIOD = """
    IF EXISTS (
        SELECT FROM cohort_periodofcare p WHERE p.id = NEW.period_id AND (
            NEW.started_on < p.started_on OR NEW.started_on > COALESCE(p.ended_on, 'infinity')
            OR NEW.ended_on > COALESCE(p.ended_on, 'infinity')
        )
    ) THEN
        RAISE EXCEPTION 'An episode lies within its period of care.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@keep_history
class PeriodOfCare(models.Model):
    """From the day a child became looked after to the day that ceased."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="periods")
    started_on = models.DateField()
    # A return held no episode that starts it: it began on this day or before.
    began_before = models.BooleanField(default=False, db_default=False)
    ended_on = models.DateField(null=True, blank=True)
    reason_ended = models.CharField(
        max_length=3, choices=[c for c in ReasonEnded.choices if c[0] != "X1"], null=True
    )
    status_before = models.CharField(
        max_length=4, choices=StatusBefore.choices, default=StatusBefore.NONE
    )
    # Where the child lived before; empty is out of county, not recorded or unknown.
    district = models.ForeignKey(District, models.PROTECT, null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on"]
        constraints = [
            in_order("started_on", "ended_on", name="period_in_order"),
            together("ended_on", "reason_ended", name="period_ends_with_reason"),
            no_overlap("child", name="periods_do_not_overlap"),
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_on__isnull=True), name="one_open_period_a_child"
            ),
        ]
        # In force on a day near today is what ends after it, or has no end.
        indexes = [models.Index(fields=["ended_on"], name="periods_by_end")]
        triggers = [
            pgtrigger.Trigger(
                name="not_before_birth",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("started_on", "child_id"),
                func=NOT_BEFORE_BIRTH,
            )
        ]

    def __str__(self) -> str:
        return f"{self.child_id}: looked after from {self.started_on}"


@keep_history
class Episode(models.Model):
    """A stretch of a period of care with one legal status and one placement."""

    period = models.ForeignKey(PeriodOfCare, models.PROTECT, related_name="episodes")
    started_on = models.DateField()  # DECOM
    reason_new = models.CharField(max_length=1, choices=ReasonNew.choices)
    legal_status = models.CharField(max_length=2, choices=LegalStatus.choices)
    need = models.CharField(max_length=2, choices=Need.choices)
    placement = models.CharField(max_length=3, choices=Placement.choices)
    provider = models.CharField(max_length=3, choices=Provider.choices, blank=True)
    ended_on = models.DateField(null=True, blank=True)  # DEC
    reason_ended = models.CharField(max_length=3, choices=ReasonEnded.choices, null=True)
    reason_place_change = models.CharField(max_length=10, blank=True)
    home_postcode = models.CharField(max_length=8, blank=True)
    placement_postcode = models.CharField(max_length=8, blank=True)
    urn = models.CharField(max_length=10, blank=True)  # Ofsted's unique reference number
    miles_from_home = models.PositiveSmallIntegerField(null=True, blank=True)  # not in the return

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            in_order("started_on", "ended_on", name="episode_in_order"),
            together("ended_on", "reason_ended", name="episode_ends_with_reason"),
            no_overlap("period", name="episodes_do_not_overlap"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="within_period",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("started_on", "ended_on", "period_id"),
                func=WITHIN_PERIOD,
            )
        ]

    def __str__(self) -> str:
        return f"{self.legal_status} {self.placement} from {self.started_on}"
