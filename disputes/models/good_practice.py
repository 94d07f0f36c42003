"""Good practice, recorded the same way as a concern and shown beside it."""

from django.db import models
from django.db.models import Q

from audit.history import keep_history
from disputes.models.raised import Raised
from disputes.querysets import GoodPracticeQuerySet


@keep_history
class GoodPractice(Raised):
    """Something that was done well for a child."""

    objects = GoodPracticeQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="good_practice_is_said")]

    def __str__(self) -> str:
        return f"Good practice {self.pk}"
