"""The questions asked of reviews, outcome forms and records."""

from datetime import date, datetime

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Concat

from accounts.models import Role

# Reviews at which no plan for permanence is expected yet; a short break needs none.
BEFORE_PERMANENCE = ("first_review", "short_breaks_first", "short_breaks_later")


def children_of(user, *, on: date):
    """The children the person may see."""
    return apps.get_model("cohort", "Child").objects.visible_to(user, on=on)


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


class ReviewQuerySet(OfChildren):
    """Reviews."""

    def visible_to(self, user, *, on: date):
        """Those of the children the person sees, and those an IRO chairs until all is written."""
        if user.is_manager:
            return self
        mine = Q(child__in=children_of(user, on=on))
        if user.role == Role.IRO:
            to_write = Q(
                record__isnull=False, record__completed_on__isnull=True, struck_on__isnull=True
            )
            to_hold = Q(held_on__isnull=True, cancelled_on__isnull=True)
            mine |= Q(chair=user) & (to_hold | to_write)
        return self.filter(mine)

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


class OutcomeFormQuerySet(OfChildren):
    """Outcome forms."""

    child = "review__child"

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees."""
        reviews = apps.get_model("reviews", "Review").objects.visible_to(user, on=on)
        return self if user.is_manager else self.filter(review__in=reviews)

    def standing(self):
        """Those of reviews that were not recorded in error."""
        return self.filter(review__struck_on__isnull=True)

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


class RecordQuerySet(OfChildren):
    """Records of discussion."""

    child = "review__child"

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees; business support: the completed ones, to send."""
        if user.role == Role.BUSINESS_SUPPORT:
            return self.completed()
        reviews = apps.get_model("reviews", "Review").objects.visible_to(user, on=on)
        return self if user.is_manager else self.filter(review__in=reviews)

    def standing(self):
        """Those of reviews that were not recorded in error.

        Not a join: an update guarded by one would not look again at a row it had to wait for.
        """
        stands = apps.get_model("reviews", "Review").objects.filter(struck_on__isnull=True)
        return self.filter(Exists(stands.filter(pk=OuterRef("review_id"))))

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


class RecipientQuerySet(models.QuerySet):
    """The people on records' distribution lists."""

    def due(self):
        """Those who get something."""
        return self.exclude(what="nothing")

    def waiting(self):
        """Those whose copy was not sent, or came back and was not sent again."""
        return self.filter(sent_on__isnull=True)

    def getting_nothing(self):
        """Those who are to get nothing, whatever they ask."""
        return self.filter(what="nothing")
