"""The questions asked of children's pages: who may read one, and until which day it is open."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from reviews.querysets import children_of

FEEDBACK_DAYS = 28


class ChildsPageQuerySet(models.QuerySet):
    """Pages on which a child says something before or after a review."""

    def readable_by(self, user, *, on: date):
        """Those of the IRO's own and covered children; to others only what was shared."""
        if user.is_iro:
            theirs = Q(review__child__in=children_of(user, on=on))
            return self.filter(theirs | Q(shared_at__isnull=False, review__chair=user))
        return self.filter(shared_at__isnull=False) if user.is_manager else self.none()

    def standing(self):
        """Not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def finished(self):
        """Finished by the child."""
        return self.filter(finished_at__isnull=False)

    def feedback(self):
        """Those about a review that was held."""
        return self.filter(kind="feedback")


def last_day(page) -> date:
    """The last day the page opens: what is said beforehand moves with the review's day."""
    if page.kind == "feedback":
        return page.expires_on
    return page.review.day + timedelta(days=1)


def is_open(page, *, on: date) -> bool:
    """Whether the child may still write on the page."""
    shut = page.withdrawn_at or page.finished_at or page.review.cancelled_on
    return not shut and on <= last_day(page)
