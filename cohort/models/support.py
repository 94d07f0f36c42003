"""Advocates and independent visitors: offered, asked for, waited for, found."""

from django.db import models
from django.db.models import Q

from audit.history import keep_history
from cohort.models.child import Child
from cohort.querysets import SupportQuerySet
from iro_service.constraints import in_order, together


@keep_history
class Support(models.Model):
    """An advocate or independent visitor for a child, from the offer or referral to the end.

    Its state is told by its days: offered, declined, waiting, matched, ended.
    """

    class Service(models.TextChoices):
        ADVOCATE = "advocate", "Advocate"
        VISITOR = "visitor", "Independent visitor"

    child = models.ForeignKey(Child, models.PROTECT, related_name="supports")
    service = models.CharField(max_length=8, choices=Service.choices)
    offered_on = models.DateField(null=True, blank=True)
    declined_on = models.DateField(null=True, blank=True)
    referred_on = models.DateField(null=True, blank=True)
    matched_on = models.DateField(null=True, blank=True)
    supporter = models.CharField(
        max_length=120, null=True, blank=True
    )  # who the child was matched with
    ended_on = models.DateField(null=True, blank=True)
    reason_ended = models.CharField(max_length=300, null=True, blank=True)

    objects = SupportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(offered_on__isnull=False) | Q(referred_on__isnull=False),
                name="support_offered_or_referred",
            ),
            models.CheckConstraint(
                condition=Q(declined_on__isnull=True) | Q(matched_on__isnull=True),
                name="support_declined_or_matched",
            ),
            models.CheckConstraint(
                condition=Q(matched_on__isnull=True) | Q(referred_on__isnull=False),
                name="support_matched_when_referred",
            ),
            models.CheckConstraint(
                condition=Q(declined_on__isnull=True) | Q(ended_on=models.F("declined_on")),
                name="declined_support_has_ended",
            ),
            together("matched_on", "supporter", name="support_matched_with_somebody"),
            together("ended_on", "reason_ended", name="support_ends_with_reason"),
            in_order("offered_on", "declined_on", name="support_offered_before_declined"),
            in_order("offered_on", "referred_on", name="support_offered_before_referred"),
            in_order("referred_on", "matched_on", name="support_referred_before_matched"),
            in_order("matched_on", "ended_on", name="support_matched_before_ended"),
            models.UniqueConstraint(
                fields=["child", "service"],
                condition=Q(ended_on__isnull=True),
                name="one_open_support_a_child",
            ),
        ]
        indexes = [
            models.Index(
                fields=["referred_on"],
                condition=Q(
                    referred_on__isnull=False, matched_on__isnull=True, ended_on__isnull=True
                ),
                name="support_waited_for",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_service_display()} for {self.child_id}"
