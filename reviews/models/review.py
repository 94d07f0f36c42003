"""A review: the day it is due and why, the day it was held."""

from datetime import date

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audit.history import keep_history
from cohort.models import Child, PeriodOfCare
from iro_service.constraints import done_in_time, in_order, together
from reviews.codes import NOT_KNOWN, PARTICIPATION, REVIEW_RULES, LateReason, Method
from reviews.querysets import ReviewQuerySet

# What a CHECK cannot see, because it stands in other rows: the child's birth and period of care.
HELD_LAWFULLY = """
    IF NEW.held_on IS NULL THEN RETURN NEW; END IF;
    SELECT date_of_birth INTO born FROM cohort_child WHERE id = NEW.child_id;
    SELECT started_on, ended_on INTO began, ended
        FROM cohort_periodofcare WHERE id = NEW.period_id AND child_id = NEW.child_id;
    four := born + interval '4 years';
    IF began IS NULL THEN
        RAISE EXCEPTION 'The period of care is another child''s.'
        USING ERRCODE = 'check_violation';
    ELSIF NEW.held_on < born OR NEW.held_on < began
        OR NEW.held_on > COALESCE(ended, 'infinity') THEN
        RAISE EXCEPTION 'A review is held within the period of care it belongs to.'
        USING ERRCODE = 'check_violation';
    ELSIF (NEW.participation_code = 'PN0' AND NEW.held_on > four)
        OR (NEW.participation_code > 'PN0' AND NEW.held_on < four) THEN
        RAISE EXCEPTION 'PN0 is for a child under 4, PN1 to PN7 from the 4th birthday.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@keep_history
class Meeting(models.Model):
    """One day, time and place for the reviews of brothers and sisters."""

    booked_for = models.DateTimeField()
    place = models.CharField(max_length=200)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    shared = models.JSONField(default=dict)  # the parts of their outcome forms typed once

    def __str__(self) -> str:
        return f"Meeting {self.booked_for:%-d %B %Y}"


@keep_history
class Review(models.Model):
    """One review of one child. Its state is told by its days: planned, booked, held, cancelled."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="reviews")
    period = models.ForeignKey(PeriodOfCare, models.PROTECT, related_name="reviews")
    # Empty only for one that came in with a return which does not tell what was held before it.
    due_on: "models.DateField[str | date, date]" = models.DateField(null=True)
    rule = models.CharField(max_length=30, choices=REVIEW_RULES)
    # The day the rule counts from.
    base_on: "models.DateField[str | date, date]" = models.DateField(null=True)
    count_months_as = models.CharField(max_length=6, default="months")  # as it was when planned

    booked_for = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="chaired"
    )

    held_on = models.DateField(null=True, blank=True)
    held_time = models.TimeField(null=True, blank=True)
    method = models.CharField(max_length=10, choices=Method.choices, blank=True)
    participation_code = models.CharField(max_length=3, choices=PARTICIPATION, blank=True)
    late_reason = models.CharField(max_length=20, choices=LateReason.choices, blank=True)
    late_detail = models.CharField(max_length=500, blank=True)
    held_in_time = done_in_time("held_on", "due_on", where_due=True)

    cancelled_on = models.DateField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=500, null=True, blank=True)
    struck_on = models.DateField(null=True, blank=True)  # recorded in error: counts nowhere
    # Came in from another system: no outcome form of it is owed here.
    imported = models.BooleanField(default=False, db_default=False)

    meeting = models.ForeignKey(  # siblings reviewed together share one
        "reviews.Meeting", models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    report_due_on = models.DateField(null=True, blank=True)  # the social worker's, to the IRO
    report_received_on = models.DateField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-due_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(held_on__isnull=True, cancelled_on__isnull=True),
                name="one_planned_review_a_child",
            ),
            models.UniqueConstraint(
                fields=["child", "held_on"],
                condition=Q(held_on__isnull=False, struck_on__isnull=True),
                name="one_review_a_child_a_day",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False, base_on__isnull=False)
                | Q(
                    due_on__isnull=True,
                    base_on__isnull=True,
                    rule=NOT_KNOWN,
                    imported=True,
                    held_on__isnull=False,
                    late_reason="",
                ),
                name="review_has_due_day_unless_imported",
            ),
            in_order("base_on", "due_on", name="review_due_after_its_base"),
            in_order("base_on", "held_on", name="review_held_after_its_base"),
            together("cancelled_on", "cancelled_reason", name="cancelled_with_reason"),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(cancelled_on__isnull=True),
                name="held_or_cancelled",
            ),
            models.CheckConstraint(
                condition=Q(struck_on__isnull=True) | Q(held_on__isnull=False),
                name="only_a_held_review_is_struck",
            ),
            models.CheckConstraint(
                condition=Q(
                    held_on__isnull=True,
                    held_time__isnull=True,
                    method="",
                    participation_code="",
                    late_reason="",
                )
                | Q(held_on__isnull=False, held_on__lte=F("due_on"), late_reason="")
                | (Q(held_on__isnull=False, held_on__gt=F("due_on")) & ~Q(late_reason="")),
                name="late_has_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(held_on__isnull=True, cancelled_on__isnull=True),
                name="planned_reviews",
            ),
            models.Index(
                fields=["held_on"],
                condition=Q(held_on__isnull=False, struck_on__isnull=True),
                name="held_reviews",
            ),
            models.Index(
                fields=["held_on"],
                condition=Q(held_on__isnull=False, struck_on__isnull=True, participation_code=""),
                name="participation_not_recorded",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="held_lawfully",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("held_on", "participation_code", "child_id", "period_id"),
                func=HELD_LAWFULLY,
                declare=[
                    ("born", "date"),
                    ("began", "date"),
                    ("ended", "date"),
                    ("four", "date"),
                ],
            ),
            # The original due day of a held review stays: nothing makes a late one timely. An
            # imported one's follows from what was held before, of which another import may tell.
            pgtrigger.Protect(
                name="due_day_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__held_on__isnull=False, old__imported=False)
                & (
                    pgtrigger.Q(old__due_on__df=pgtrigger.F("new__due_on"))
                    | pgtrigger.Q(old__base_on__df=pgtrigger.F("new__base_on"))
                    | pgtrigger.Q(old__rule__df=pgtrigger.F("new__rule"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rule_display()} due {self.due_on}"
