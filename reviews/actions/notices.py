"""The deeds of the outbox: owing notices, sending them, putting failed ones back."""

import logging
from datetime import date, datetime

from django.db import OperationalError, transaction
from django.db.models import F
from psycopg2.errors import LockNotAvailable

from accounts.models import User
from iro_service import clock
from iro_service.refusals import Refusal
from reviews.chasers.days import may_send, office_day
from reviews.chasers.owed import notices_owed, owed_to_now, still_owed
from reviews.chasers.weekly import digests_owed
from reviews.mail_items import LOOKED_AT_IN_NOTICES
from reviews.models import Notice
from reviews.notices import NotSent, fault_in_words, mail_about, mail_of_week
from reviews.outbox import NoticeQuerySet

log = logging.getLogger(__name__)

# A reader's patience, and half of what GOV.UK Notify takes; the next mail lists the rest.
A_MAIL_HOLDS = 100


@transaction.atomic
def owe_notices(*, on: date) -> None:
    """Owe whatever the table of chasers says and nobody was told of yet; nothing on a quiet day.

    All of it is looked at, not what changed since yesterday: a missed day is caught up by the next.
    """
    day = office_day(on)
    if day.is_quiet:
        return
    # Another worker may owe the same at this moment: the constraint keeps the first one's.
    Notice.objects.bulk_create(notices_owed(day), ignore_conflicts=True)


@transaction.atomic
def owe_digests(*, on: date) -> None:
    """Owe each person with something in it the mail about the week; nothing on a quiet day."""
    day = office_day(on)
    if not day.is_quiet:
        Notice.objects.bulk_create(digests_owed(day), ignore_conflicts=True)


def send_notices(*, at: datetime) -> None:
    """Send what is owed, one mail a person; a fault with one person's keeps nobody else's back.

    On quiet days, at night and in the evening nothing leaves.
    """
    day = office_day(clock.day_of(at))
    if not may_send(at, day):
        return
    _withdraw_settled(at)
    owed = Notice.objects.to_send(at=at)
    for person in User.objects.filter(pk__in=owed.values("to")).order_by("pk"):
        send_to(person, at=at)


def send_to(person: User, *, at: datetime) -> None:
    """Send the person one mail about all they are owed now, unless another worker is at it.

    The notices stay locked until they are marked: a worker killed in between leaves them owed,
    and they are sent again.
    """
    try:
        with transaction.atomic():
            for notices in _mails(_claimed(person, at)):
                _deliver(person, notices, at)
    except OperationalError as fault:
        if not isinstance(fault.__cause__, LockNotAvailable):
            raise


def _claimed(person: User, at: datetime) -> list[Notice]:
    """All of the person's or none: skipping locked rows would split them between two mails."""
    on = clock.day_of(at)
    owed = Notice.objects.to_send(at=at).filter(to=person)
    kinds = set(owed.values_list("kind", flat=True))
    owed = owed.filter(still_owed(office_day(on), kinds))
    return list(
        owed.with_iro(on=on)
        .select_related(*LOOKED_AT_IN_NOTICES)
        .prefetch_related("step__dispute__ladder__stages")
        .select_for_update(nowait=True, of=("self",))
        .order_by("due_on", "pk")[:A_MAIL_HOLDS]
    )


def _mails(notices: list[Notice]) -> list[list[Notice]]:
    """One mail for all that is owed, and one of its own for the week."""
    weekly = [notice for notice in notices if notice.kind == Notice.Kind.WEEKLY_DIGEST]
    others = [notice for notice in notices if notice not in weekly]
    return [*([others] if others else []), *([notice] for notice in weekly)]


def _deliver(person: User, notices: list[Notice], at: datetime) -> None:
    error, mail = "", None
    try:
        with transaction.atomic():
            if notices[0].kind == Notice.Kind.WEEKLY_DIGEST:
                mail = mail_of_week(notices[0], to=person, at=at)
            else:
                mail = mail_about(notices, to=person, at=at)
            if mail:
                mail.send()
    except Exception as fault:  # whatever it is: a manager reads of it, and the others are served
        error = fault_in_words(fault, person)
        ours = not isinstance(fault, NotSent | OSError)  # then where in the program matters
        log.error("Not sent to person %s: %s", person.pk, error, exc_info=ours)
    told = Notice.objects.filter(pk__in=[notice.pk for notice in notices])
    if mail is None and not error:  # all of the week was done since it was owed
        told.update(withdrawn_at=at, error="")
        return
    told.update(
        attempts=F("attempts") + 1,
        attempted_at=at,
        error=error,
        sent_at=None if error else at,
    )


def try_again(notice: Notice, *, at: datetime) -> None:
    """Send a notice that failed, at once, to whoever it is owed to now; its state tells the rest.

    What else that person is owed goes with it. Refuses what has not failed.
    """
    with transaction.atomic():
        if not _put_back(Notice.objects.filter(pk=notice.pk), clock.day_of(at)):
            raise Refusal("This notice has not failed: it was sent, or is no longer owed.")
    _withdraw_settled(at)
    notice.refresh_from_db()
    send_to(notice.to, at=at)
    notice.refresh_from_db()


@transaction.atomic
def try_all_again(*, on: date) -> int:
    """Put every notice that failed back in the queue; the number of them."""
    return _put_back(Notice.objects.all(), on)


def _withdraw_settled(at: datetime) -> None:
    """Nobody is reminded of what was done since, not even of what was given up."""
    owed = still_owed(office_day(clock.day_of(at)))
    Notice.objects.unsent().exclude(owed).update(withdrawn_at=at, error="")


def _put_back(notices: NoticeQuerySet, on: date) -> int:
    again = list(notices.failed().select_for_update().order_by("pk"))
    owed_to = owed_to_now(again, on=on)
    for notice in again:
        # The child may have another IRO by now; trying the one who left would fail again.
        notice.to_id = owed_to.get(notice.pk, notice.to_id)
        notice.attempts, notice.attempted_at, notice.error = 0, None, ""
    Notice.objects.bulk_update(again, ["to", "attempts", "attempted_at", "error"])
    return len(again)
