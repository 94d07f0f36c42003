"""To whom a notice is owed: the IRO, the team's manager, the practice manager."""

from datetime import date

from django.db.models import BigIntegerField, Case, F, Subquery, When

from accounts.models import Role, User
from reviews.models import Notice
from reviews.outbox import longest_here, with_recipient

NUMBER = BigIntegerField()


def iro(reviews, *, on: date):
    """Each with `recipient_pk`: the child's IRO, or whoever stands in (see with_recipient)."""
    return with_recipient(reviews, on=on, along="")


def team_manager(reviews, *, on: date):
    """Each with `recipient_pk`: the manager the decisions were sent to."""
    return reviews.annotate(recipient_pk=F("decision_sheet__manager_id"))


def practice_manager(reviews, *, on: date):
    """Each with `recipient_pk`: the practice manager who has been here longest."""
    return reviews.annotate(recipient_pk=Subquery(longest_here(Role.PRACTICE_MANAGER)))


def with_recipient_now(notices, *, on: date):
    """Each notice with `now_to_pk`, whoever it would be owed to if it were owed today."""
    Kind = Notice.Kind
    return with_recipient(notices, on=on).annotate(
        now_to_pk=Case(
            When(kind=Kind.WEEKLY_DIGEST, then=F("to_id")),
            When(kind=Kind.DECISIONS_TO_ANSWER, then=F("review__decision_sheet__manager_id")),
            When(kind=Kind.ESCALATED, then=Subquery(longest_here(Role.PRACTICE_MANAGER))),
            default=F("recipient_pk"),
            output_field=NUMBER,
        )
    )


def active(role: Role):
    """The people in the role who may sign in."""
    return User.objects.filter(role=role, is_active=True).order_by("pk")
