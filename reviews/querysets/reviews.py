"""The questions asked of reviews."""

from datetime import date, datetime

from django.apps import apps
from django.contrib.postgres.aggregates import BoolAnd
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Role
from reviews.querysets.of_children import OfChildren, children_of


class ReviewQuerySet(OfChildren):
    """Reviews."""

    def visible_to(self, user, *, on: date):
        """Those of the children the person sees, and those an IRO chairs until all is written."""
        if user.is_manager:
            return self
        # Indexes joined by a union: with OR the database would read every review and record.
        reviews = apps.get_model("reviews", "Review").objects.order_by()
        pks = reviews.filter(child__in=children_of(user, on=on)).values("pk")
        if user.role == Role.IRO:
            records = apps.get_model("reviews", "Record").objects.filter(completed_on__isnull=True)
            to_write = records.filter(review__chair=user, review__struck_on__isnull=True)
            chaired = reviews.planned().filter(chair=user)
            pks = pks.union(chaired.values("pk"), to_write.order_by().values("review"))
        return self.filter(pk__in=pks)

    def planned(self):
        """Neither held nor cancelled."""
        return self.filter(held_on__isnull=True, cancelled_on__isnull=True)

    def to_hold(self, *, at: datetime):
        """Planned, and not yet waiting for an outcome form: its booked time has not come."""
        waiting = Q(booked_for__lte=at, outcome_form__isnull=False)
        return self.planned().exclude(waiting)

    def not_booked(self):
        """Planned without a day and time."""
        return self.planned().filter(booked_for__isnull=True)

    def to_invite(self, *, on: date):
        """Planned, booked for the day or later, and not all of their invitations have left."""
        # One aggregate a review, not Exists: for that the database would read every invitation.
        listed = apps.get_model("reviews", "Invitation").objects.filter(review=OuterRef("pk"))
        left = BoolAnd(Q(sent_on__isnull=False))
        all_left = Subquery(listed.order_by().values("review").annotate(left=left).values("left"))
        booked = self.planned().filter(booked_for__date__gte=on)
        return booked.alias(all_left=Coalesce(all_left, Value(False))).filter(all_left=False)

    def cancelled(self):
        """Cancelled, whatever came after."""
        return self.filter(cancelled_on__isnull=False)

    def struck(self):
        """Recorded in error: they count nowhere."""
        return self.filter(struck_on__isnull=False)

    def of_the_plan_of(self, review):
        """The review and those of the same plan cancelled before it: none begins the plan anew."""
        same = {"period": review.period_id, "base_on": review.base_on, "rule": review.rule}
        return self.filter(Q(pk=review.pk) | Q(**same, cancelled_on__isnull=False))

    def held(self):
        """Held, on whatever day, and not recorded in error."""
        return self.filter(held_on__isnull=False, struck_on__isnull=True)

    def held_between(self, first: date, last: date):
        """Held from the first to the last day, both included."""
        return self.held().filter(held_on__gte=first, held_on__lte=last)

    def overdue(self, *, on: date):
        """Planned, and the last lawful day is past."""
        return self.planned().filter(due_on__lt=on)

    def held_timely(self):
        """Held not after the day it was due."""
        return self.held().filter(held_in_time=True)

    def held_late(self):
        """Held after the day it was due."""
        return self.held().filter(held_in_time=False)

    def held_with_due_day(self):
        """Held, and it is known when they were due: either in time or late."""
        return self.held().filter(due_on__isnull=False)

    def held_without_due_day(self):
        """Held, and nobody knows when they were due: neither in time nor late."""
        return self.held().filter(due_on__isnull=True)

    def not_recorded(self):
        """Held without a participation code."""
        return self.held().filter(participation_code="")

    def with_day(self):
        """Each with `day_on`: the day it was held, else the day it is due."""
        return self.annotate(day_on=Coalesce("held_on", "due_on"))

    def with_owed(self):
        """Each with the days of its outcome form and its record, without their texts."""
        forms = apps.get_model("reviews", "OutcomeForm").objects.without_permanence_plan()
        return self.annotate(
            form_due_at=F("outcome_form__due_at"),
            form_submitted_at=F("outcome_form__submitted_at"),
            record_due_on=F("record__due_on"),
            record_completed_on=F("record__completed_on"),
            without_permanence_plan=Exists(forms.filter(review=OuterRef("pk"))),
        )
