"""The questions asked of records of discussion."""

from datetime import date

from django.apps import apps
from django.db.models import Q

from accounts.models import Role
from reviews.querysets.of_children import OfReviews


class RecordQuerySet(OfReviews):
    """Records of discussion."""

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees; business support: the completed ones, to send."""
        if user.role == Role.BUSINESS_SUPPORT:
            return self.completed()
        reviews = apps.get_model("reviews", "Review").objects.visible_to(user, on=on)
        return self if user.is_manager else self.filter(review__in=reviews)

    def outstanding(self):
        """Not completed."""
        return self.standing().filter(completed_on__isnull=True)

    def without_text(self):
        """Without what was written, which a list has no use for."""
        return self.defer(*apps.get_model("reviews", "Record").TEXTS)

    def written_out(self):
        """With the text of their chosen style, and in a letter no part left to be filled in."""
        letter = Q(style="letter", letter__regex=r"\S") & ~Q(letter__regex=r"\[[^\[\]]+\]")
        return self.filter(letter | (Q(style="sections") & ~Q(discussion="")))

    def overdue(self, *, on: date):
        """Not completed, and the 20th working day is past."""
        return self.outstanding().filter(due_on__lt=on)

    def completed(self):
        """Completed, distributed or not."""
        return self.standing().filter(completed_on__isnull=False)

    def to_send(self):
        """Completed, and not distributed yet or with a copy to send since: added, or come back."""
        # Two indexes joined by a union: with OR the database would read every record.
        copies = apps.get_model("reviews", "Recipient").objects.due().waiting()
        owed = apps.get_model("reviews", "Record").objects.filter(
            completed_on__isnull=False, distributed_on__isnull=True
        )
        pks = owed.order_by().values("pk").union(copies.order_by().values("record"))
        return self.completed().filter(pk__in=pks)

    def sent(self):
        """Distributed."""
        return self.completed().filter(distributed_on__isnull=False)
