"""The questions asked of disputes, their log, what was agreed, and good practice."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from accounts.models import Role
from disputes.codes import OPEN, UNSETTLED, State
from disputes.moves import STANDING
from reviews.querysets import OfChildren, children_of


class DisputeQuerySet(OfChildren):
    """Disputes."""

    def visible_to(self, user, *, on: date):
        """Those of the children the person sees; a responding manager's: those put to them."""
        if user.role == Role.RESPONDING_MANAGER:
            put = apps.get_model("disputes", "Step").objects.filter(dispute=OuterRef("pk"))
            return self.filter(Exists(put.filter(asked=user)))
        return self if user.is_manager else self.filter(child__in=children_of(user, on=on))

    def open(self):
        """Those not closed."""
        return self.filter(state__in=OPEN)

    def unsettled(self):
        """Those whose clock runs: neither accepted nor closed."""
        return self.filter(state__in=UNSETTLED)

    def settled(self):
        """Those whose clock stopped."""
        return self.filter(settled_on__isnull=False)

    def closed(self):
        """Those that ended."""
        return self.filter(state=State.CLOSED)

    def informal(self):
        """Those that never became formal."""
        return self.filter(formal_on__isnull=True)

    def formal(self):
        """Those that became formal."""
        return self.filter(formal_on__isnull=False)

    def waiting(self):
        """Those waiting for a manager's answer."""
        return self.filter(state=State.WAITING)

    def to_answer(self, manager):
        """Those waiting for this manager's answer."""
        return self.waiting().filter(asked=manager)

    def to_decide(self):
        """Those answered, or for which a meeting is asked: the IRO's turn."""
        return self.filter(state__in=[State.ANSWERED, State.MEETING])

    def unanswered(self, *, on: date):
        """Those waiting for an answer whose day to answer is past."""
        return self.waiting().filter(stage_due_on__lt=on)

    def past_total(self, *, on: date):
        """Those formal and unsettled past the 20 working days of the formal stages together."""
        return self.unsettled().filter(total_due_on__lt=on)

    def overdue(self, *, on: date):
        """Those unanswered, or past the formal stages' total."""
        return self.unsettled().filter(
            Q(state=State.WAITING, stage_due_on__lt=on) | Q(total_due_on__lt=on)
        )

    def raised_between(self, first: date, last: date):
        """Those raised from the first to the last day, both included."""
        return self.filter(raised_on__gte=first, raised_on__lte=last)

    def referred_to_cafcass(self):
        """Those referred to Cafcass."""
        return self.filter(cafcass_on__isnull=False)


class StepQuerySet(OfChildren):
    """Lines of the log."""

    child = "dispute__child"

    def standing(self):
        """Those that changed where the dispute stands, in the order in which they were written."""
        return self.filter(move__in=STANDING).order_by("pk")

    def readable_by(self, user):
        """All for the IRO service; what is marked private stays in it."""
        return self.filter(private=False) if user.role == Role.RESPONDING_MANAGER else self


class ActionQuerySet(models.QuerySet):
    """Agreed actions."""

    def to_be_done(self):
        """Those nobody kept as done."""
        return self.filter(done_on__isnull=True)

    def overdue(self, *, on: date):
        """Those to be done whose day is past."""
        return self.to_be_done().filter(by_when__lt=on)


class GoodPracticeQuerySet(OfChildren):
    """Good practice."""

    def visible_to(self, user, *, on: date):
        """That of the children the person sees."""
        return self if user.is_manager else self.filter(child__in=children_of(user, on=on))

    def recorded_between(self, first: date, last: date):
        """That recorded from the first to the last day, both included."""
        return self.filter(raised_on__gte=first, raised_on__lte=last)
