"""The questions asked of outcome forms."""

from datetime import date, datetime

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from reviews.querysets.of_children import OfReviews

# Reviews at which no plan for permanence is expected yet; a short break needs none.
BEFORE_PERMANENCE = ("first_review", "short_breaks_first", "short_breaks_later")


class OutcomeFormQuerySet(OfReviews):
    """Outcome forms."""

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees."""
        reviews = apps.get_model("reviews", "Review").objects.visible_to(user, on=on)
        return self if user.is_manager else self.filter(review__in=reviews)

    def owed(self, *, at: datetime):
        """Not submitted although the booked time of the review has come."""
        return self.standing().filter(
            submitted_at__isnull=True,
            review__cancelled_on__isnull=True,
            review__booked_for__lte=at,
        )

    def overdue(self, *, at: datetime):
        """Not submitted, and the 24 hours are past."""
        return self.standing().filter(
            submitted_at__isnull=True, review__cancelled_on__isnull=True, due_at__lt=at
        )

    def submitted(self):
        """Handed in."""
        return self.filter(submitted_at__isnull=False)

    def expected(self, *, at: datetime):
        """Handed in, or the 24 hours are past: those whose timeliness is known."""
        overdue = Q(due_at__lt=at, review__cancelled_on__isnull=True)
        return self.standing().filter(Q(submitted_at__isnull=False) | overdue)

    def without_permanence_plan(self):
        """The newest of a child's to say of it: none yet, at a second review or a later one."""
        answered = (
            apps.get_model("reviews", "OutcomeForm").objects.standing().exclude(permanence_plan="")
        )
        newer = answered.filter(
            review__period=OuterRef("review__period"),
            review__held_on__gt=OuterRef("review__held_on"),
        )
        none = self.standing().filter(permanence_plan="none_yet")
        return none.exclude(review__rule__in=BEFORE_PERMANENCE).exclude(Exists(newer))

    def timely(self):
        """Handed in within the 24 hours."""
        return self.standing().filter(within_24_hours=True)
