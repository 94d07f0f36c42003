"""The social work teams and workers who hold the children's cases."""

from django.conf import settings
from django.db import models

from audit.history import keep_history
from cohort.models.child import Child
from iro_service.constraints import in_order, no_overlap
from iro_service.dated import DatedQuerySet


@keep_history
class Team(models.Model):
    """A social work team and the manager who answers for it."""

    name = models.CharField(max_length=80, unique=True)
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="teams"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@keep_history
class SocialWorker(models.Model):
    """A social worker; they do not sign in here."""

    name = models.CharField(max_length=120)
    team = models.ForeignKey(Team, models.PROTECT, related_name="workers")
    email = models.EmailField(blank=True)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@keep_history
class CaseHolding(models.Model):
    """Which team, and which worker if any, holds a child's case, from one day to another."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="case_holdings")
    team = models.ForeignKey(Team, models.PROTECT, related_name="case_holdings")
    worker = models.ForeignKey(
        SocialWorker, models.PROTECT, null=True, blank=True, related_name="case_holdings"
    )
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on"]
        constraints = [
            in_order("started_on", "ended_on", name="case_holding_in_order"),
            no_overlap("child", name="one_team_a_child_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} with {self.team} from {self.started_on}"
