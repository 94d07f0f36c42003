"""The questions asked of children's pages: who may read one, and until which day it is open."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from reviews.querysets import children_of

OPEN_DAYS = 28  # of a page whose review has no day, and of one about a review that was held


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


def the_day(review) -> date:
    """The day that stands for a review: held, else booked, else due."""
    booked = review.booked_for and timezone.localtime(review.booked_for).date()
    return review.held_on or booked or review.due_on


def last_day(page) -> date:
    """The last day the page opens: what is said beforehand moves with the review's day."""
    review = page.review
    if page.kind == "feedback":
        return page.expires_on
    if review.held_on or review.booked_for:
        return the_day(review) + timedelta(days=1)
    return max(page.expires_on, review.due_on + timedelta(days=1))


def is_open(page, *, on: date) -> bool:
    """Whether the child may still write on the page."""
    shut = page.withdrawn_at or page.finished_at or page.review.cancelled_on
    return not shut and on <= last_day(page)
