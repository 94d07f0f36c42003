"""The questions asked of midway checks."""

from datetime import date

from django.apps import apps
from django.db.models import OuterRef, Q, Subquery

from reviews.querysets.of_children import OfChildren, children_of

PLANNED = Q(review__held_on__isnull=True, review__cancelled_on__isnull=True)


class MidwayCheckQuerySet(OfChildren):
    """Looks at the plan half-way between two reviews."""

    child = "review__child"

    def visible_to(self, user, *, on: date):
        """Those of the children the person sees."""
        mine = Q(review__child__in=children_of(user, on=on))
        return self if user.is_manager else self.filter(mine)

    def to_do(self):
        """Not done, and the review they look ahead to is still planned."""
        return self.filter(PLANNED, done_on__isnull=True)

    def due_by(self, day: date):
        """To be done, and due on the day at the latest."""
        return self.to_do().filter(due_on__lte=day)

    def overdue(self, *, on: date):
        """To be done, and the half-way day is past."""
        return self.to_do().filter(due_on__lt=on)

    def done(self):
        """Done, in time or late."""
        return self.filter(done_on__isnull=False)

    def timely(self):
        """Done not after the half-way day."""
        return self.filter(done_in_time=True)

    def due_between(self, first: date, last: date):
        """Due from the first to the last day, both included, unless the review was cancelled."""
        return self.filter(due_on__gte=first, due_on__lte=last, review__cancelled_on__isnull=True)

    def with_last_review(self):
        """Each with `last_held_on`: the day of the review it counts from."""
        held = apps.get_model("reviews", "Review").objects.held()
        mine = held.filter(period=OuterRef("review__period")).exclude(pk=OuterRef("review"))
        return self.annotate(last_held_on=Subquery(mine.order_by("-held_on").values("held_on")[:1]))
