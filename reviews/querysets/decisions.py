"""The questions asked of decisions."""

from datetime import date

from django.apps import apps

from reviews.querysets.of_children import OfChildren, reviews_of


class DecisionQuerySet(OfChildren):
    """Decisions of reviews."""

    child = "review__child"

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees."""
        return self if user.is_manager else self.filter(review__in=reviews_of(user, on=on))

    def standing(self):
        """Those of reviews held and not recorded in error."""
        return self.filter(review__held_on__isnull=False, review__struck_on__isnull=True)

    def to_be_done(self):
        """Nothing is known yet of what became of them, and the child is still looked after."""
        # DISTINCT keeps the open cases apart: theirs are few, and what nobody wrote of is much.
        reviews = apps.get_model("reviews", "Review").objects.held()
        open_cases = reviews.filter(period__ended_on__isnull=True).order_by().distinct()
        return self.filter(outcome="", review__in=open_cases.values("pk"))

    def overdue(self, *, on: date):
        """To be done, and the day to do them by is past."""
        return self.to_be_done().filter(by_when__lt=on)

    def with_outcome(self, outcome: str):
        """Those that came to this outcome."""
        return self.standing().filter(outcome=outcome)

    def of_last_review_before(self, review):
        """Those of the last review held before this one in the same period of care."""
        reviews = apps.get_model("reviews", "Review").objects.held()
        reviews = reviews.filter(child=review.child_id, period=review.period_id)
        if review.held_on:
            reviews = reviews.filter(held_on__lt=review.held_on)
        last = reviews.exclude(pk=review.pk).order_by("-held_on").values("pk")[:1]
        return self.filter(review__in=list(last.values_list("pk", flat=True)))
