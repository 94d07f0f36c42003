"""The questions asked of quality audits and of what is to be done because of them."""

from datetime import date

from django.db import models
from django.db.models import Count, Q


class QualityAuditQuerySet(models.QuerySet):
    """Reviews looked at again by somebody else."""

    def visible_to(self, user):
        """A manager sees all of them, an IRO those of the reviews they chaired."""
        return self if user.is_manager else self.filter(review__chair=user)

    def with_actions_left(self, *, on: date):
        """Beside each, how many actions there are, are left, and are overdue on the day."""
        left = Q(actions__done_on__isnull=True)
        return self.annotate(
            actions_asked=Count("actions"),
            actions_left=Count("actions", filter=left),
            actions_overdue=Count("actions", filter=left & Q(actions__due_on__lt=on)),
        )


class AuditActionQuerySet(models.QuerySet):
    """What is to be done because of an audit."""

    def overdue(self, *, on: date):
        """Those not done whose last day was before the day."""
        return self.filter(done_on__isnull=True, due_on__lt=on)
