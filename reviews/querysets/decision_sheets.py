"""The questions asked of decisions' way to the team manager."""

from datetime import date

from django.db.models import Q

from accounts.models import Role
from reviews.querysets.of_children import OfReviews, reviews_of


class DecisionSheetQuerySet(OfReviews):
    """Reviews' decisions on their way to the team manager and back."""

    def visible_to(self, user, *, on: date):
        """Those of the reviews the person sees; a responding manager's: those sent to them."""
        if user.role == Role.RESPONDING_MANAGER:
            return self.sent().filter(manager=user)
        return self if user.is_manager else self.filter(review__in=reviews_of(user, on=on))

    def to_send(self):
        """Not sent yet."""
        return self.standing().filter(sent_on__isnull=True)

    def overdue(self, *, on: date):
        """Not sent, and the last day to send them is past."""
        return self.to_send().filter(due_on__lt=on)

    def sent(self):
        """Sent to the team manager, answered or not."""
        return self.standing().filter(sent_on__isnull=False)

    def unanswered(self):
        """Sent and not answered, whether or not silence counts as agreement by now."""
        return self.sent().filter(answered_on__isnull=True)

    def to_answer(self, *, on: date):
        """Sent and not answered, while there is time."""
        return self.unanswered().filter(answer_due_on__gte=on)

    def agreed_by_silence(self, *, on: date):
        """Nobody answered, and the last day to answer is past."""
        return self.unanswered().filter(answer_due_on__lt=on)

    def answered(self):
        """Answered, in time or late."""
        return self.sent().filter(answered_on__isnull=False)

    def to_settle(self):
        """The manager objects, and how that ended is not noted yet."""
        return self.sent().filter(answer="objects", settled_on__isnull=True)

    def to_do(self):
        """What the IRO has to do: send them, or settle an objection."""
        objection = Q(answer="objects", settled_on__isnull=True)
        return self.standing().filter(Q(sent_on__isnull=True) | objection)
