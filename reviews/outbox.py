"""The questions asked of notices, and whom one is owed to."""

from datetime import date, datetime, timedelta

from django.db.models import BigIntegerField, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Role, User
from cohort.models import Cover
from reviews.querysets import OfChildren

# A mail server's fault mostly passes within minutes; one that lasts a day is somebody's to mend.
WAITS = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=4))
DAILY = timedelta(days=1)
GIVEN_UP_AFTER = 8  # attempts, the last on the fifth working day; then a manager has to press


def longest_here(role: Role):
    """The one in the role who may sign in and has been here longest, to be told of each.

    One notice is owed and not one to every manager, and the same one should hear of all.
    """
    people = User.objects.filter(role=role, is_active=True)
    return people.order_by("pk").values("pk")[:1]


def with_recipient(rows, *, on: date, chair: str = ""):
    """Each with `recipient_pk`, the person a notice about it is owed to on the day.

    That is the child's IRO, or the one who chairs where the child has none; whoever covers for
    them while they are away; else the practice manager. `chair` is the field of the row's chair.
    """
    cover = Cover.objects.in_force(on=on).filter(away=OuterRef("usual_pk"))
    number = BigIntegerField()
    usual = Coalesce("iro_pk", chair, output_field=number) if chair else F("iro_pk")
    covering = Subquery(cover.order_by("-started_on", "pk").values("covered_by")[:1])
    manager = Subquery(longest_here(Role.PRACTICE_MANAGER))
    return (
        rows.with_iro(on=on)
        .annotate(usual_pk=usual)
        .annotate(recipient_pk=Coalesce(covering, "usual_pk", manager, output_field=number))
    )


def next_attempt_at(attempts: int, attempted_at: datetime | None) -> datetime | None:
    """When a notice that failed is tried again without being asked; None once given up."""
    if attempts >= GIVEN_UP_AFTER or attempted_at is None:
        return None
    return attempted_at + (WAITS[attempts - 1] if attempts <= len(WAITS) else DAILY)


class NoticeQuerySet(OfChildren):
    """Notices."""

    child = "child"

    def with_child(self):
        """Each with `child_id`, the child it is about; None for what is about the whole week."""
        return self.annotate(child_id=Coalesce("review__child_id", "step__dispute__child_id"))

    def with_iro(self, *, on: date):
        """Each with `iro_pk` and `iro_name` of the child's IRO on the day, None without one."""
        return super(NoticeQuerySet, self.with_child()).with_iro(on=on)

    def with_what_it_is_about(self):
        """Each with its person, and with the review or the dispute and the child."""
        return self.select_related("to", "review__child", "step__dispute__child")

    def visible_to(self, user):
        """All for managers; nobody else reads who was reminded of what."""
        return self if user.is_manager else self.none()

    def sent(self):
        """Delivered to the mail server."""
        return self.filter(sent_at__isnull=False)

    def withdrawn(self):
        """Not owed any more before they could be sent."""
        return self.filter(withdrawn_at__isnull=False)

    def unsent(self):
        """Neither sent nor withdrawn."""
        return self.filter(sent_at__isnull=True, withdrawn_at__isnull=True)

    def failed(self):
        """Tried and not sent."""
        return self.unsent().exclude(error="")

    def waiting(self):
        """Not tried yet."""
        return self.unsent().filter(error="")

    def to_send(self, *, at: datetime):
        """Not sent, not given up, and not tried again too soon."""
        rested = Q(attempts__gt=len(WAITS), attempted_at__lte=at - DAILY)
        for attempts, wait in enumerate(WAITS, start=1):
            rested |= Q(attempts=attempts, attempted_at__lte=at - wait)
        # A demonstration's day begins anew every midnight: its last attempt may lie ahead.
        ahead = Q(attempted_at__gt=at)
        return self.unsent().filter(
            Q(attempts=0) | (Q(attempts__lt=GIVEN_UP_AFTER) & (rested | ahead))
        )
