"""To whom a notice is owed: the IRO, the team's manager, the practice manager."""

from datetime import date

from django.db.models import F, Subquery

from accounts.models import Role, User
from reviews.outbox import longest_here, with_recipient


def iro(reviews, *, on: date):
    """Each with `recipient_pk`: the child's IRO, or whoever stands in (see with_recipient)."""
    return with_recipient(reviews, on=on, chair="chair_id")


def team_manager(reviews, *, on: date):
    """Each with `recipient_pk`: the manager the decisions were sent to."""
    return reviews.annotate(recipient_pk=F("decision_sheet__manager_id"))


def practice_manager(rows, *, on: date):
    """Each with `recipient_pk`: the practice manager who has been here longest."""
    return rows.annotate(recipient_pk=Subquery(longest_here(Role.PRACTICE_MANAGER)))


def active(role: Role):
    """The people in the role who may sign in."""
    return User.objects.filter(role=role, is_active=True).order_by("pk")
