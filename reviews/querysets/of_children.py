"""What is asked of all rows about a child, whoever asks."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Concat


def children_of(user, *, on: date):
    """The children the person may see."""
    return apps.get_model("cohort", "Child").objects.visible_to(user, on=on)


def reviews_of(user, *, on: date):
    """The reviews the person may see."""
    return apps.get_model("reviews", "Review").objects.visible_to(user, on=on)


class OfChildren(models.QuerySet):
    """Rows about a child, who is found along `child`."""

    child = "child"

    def with_iro(self, *, on: date):
        """Each with `iro_pk` and `iro_name` of the child's IRO on the day, None without one."""
        allocation = apps.get_model("cohort", "Allocation").objects.in_force(on=on)
        mine = allocation.filter(child=OuterRef(f"{self.child}_id"))
        name = Concat("iro__first_name", models.Value(" "), "iro__last_name")
        return self.annotate(
            iro_pk=Subquery(mine.values("iro")[:1]),
            iro_name=Subquery(mine.annotate(name=name).values("name")[:1]),
        )


class OfReviews(OfChildren):
    """Rows about a review, which is found along `review`."""

    child = "review__child"

    def standing(self):
        """Those of reviews that were not recorded in error.

        Not a join: an update guarded by one would not look again at a row it had to wait for,
        and two who press at once would both be told that it was kept.
        """
        stands = apps.get_model("reviews", "Review").objects.filter(struck_on__isnull=True)
        return self.filter(Exists(stands.filter(pk=OuterRef("review_id"))))
