"""The deeds of the outbox: owing notices, sending them, putting failed ones back."""

import logging
from datetime import date, datetime, time

from django.db import OperationalError, transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from psycopg2.errors import LockNotAvailable

from accounts.models import User
from iro_service import clock
from iro_service.refusals import Refusal
from reviews.models import Notice, OutcomeForm, Record
from reviews.notices import NotSent, fault_in_words, mail_about
from reviews.outbox import NoticeQuerySet, with_recipient

log = logging.getLogger(__name__)

# A reader's patience, and half of what GOV.UK Notify takes; the next mail lists the rest.
A_MAIL_HOLDS = 100


@transaction.atomic
def owe_notices(*, on: date) -> None:
    """Owe a notice for each form and record whose last day is before this one.

    All of them are looked at, not those of yesterday: a missed day is caught up by the next.
    """
    begins = timezone.make_aware(datetime.combine(on, time.min))
    forms = OutcomeForm.objects.overdue(at=begins).annotate(last_on=TruncDate("due_at"))
    records = Record.objects.overdue(on=on).without_text().annotate(last_on=F("due_on"))
    owed = [
        *_not_told(forms, Notice.Kind.OUTCOME_FORM_OVERDUE, on),
        *_not_told(records, Notice.Kind.RECORD_OVERDUE, on),
    ]
    # Another worker may owe the same at this moment: the constraint keeps the first one's.
    Notice.objects.bulk_create(owed, ignore_conflicts=True)


def _not_told(rows: QuerySet, kind: Notice.Kind, on: date) -> list[Notice]:
    told = Notice.objects.filter(
        kind=kind, review=OuterRef("review"), due_on=OuterRef("last_on"), withdrawn_at__isnull=True
    )
    rows = with_recipient(rows.filter(review__cancelled_on__isnull=True), on=on)
    return [
        Notice(
            kind=kind,
            review_id=row.review_id,
            to_id=row.recipient_pk,
            due_on=row.last_on,
            owed_on=on,
        )
        # With nobody to tell it stays owed, and is told once there is a manager.
        for row in rows.exclude(Exists(told)).exclude(recipient_pk=None)
    ]


def send_notices(*, at: datetime) -> None:
    """Send what is owed, one mail a person; a fault with one person's keeps nobody else's back."""
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
            notices = _claimed(person, at)
            if notices:
                _deliver(person, notices, at)
    except OperationalError as fault:
        if not isinstance(fault.__cause__, LockNotAvailable):
            raise


def _claimed(person: User, at: datetime) -> list[Notice]:
    """All of the person's or none: skipping locked rows would split them between two mails."""
    owed = Notice.objects.to_send(at=at).still_owed().filter(to=person)
    return list(
        owed.with_iro(on=clock.day_of(at))
        .select_related("review__child", "review__outcome_form")
        .select_for_update(nowait=True, of=("self",))
        .order_by("due_on", "pk")[:A_MAIL_HOLDS]
    )


def _deliver(person: User, notices: list[Notice], at: datetime) -> None:
    error = ""
    try:
        with transaction.atomic():
            mail_about(notices, to=person, at=at).send()
    except Exception as fault:  # whatever it is: a manager reads of it, and the others are served
        error = fault_in_words(fault, person)
        ours = not isinstance(fault, NotSent | OSError)  # then where in the program matters
        log.error("Not sent to person %s: %s", person.pk, error, exc_info=ours)
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(
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
    Notice.objects.unsent().settled().update(withdrawn_at=at, error="")


def _put_back(notices: NoticeQuerySet, on: date) -> int:
    failed = with_recipient(notices.failed(), on=on).select_for_update(of=("self",))
    again = list(failed.order_by("pk"))
    for notice in again:
        # The child may have another IRO by now; trying the one who left would fail again.
        notice.to_id = notice.recipient_pk or notice.to_id
        notice.attempts, notice.attempted_at, notice.error = 0, None, ""
    Notice.objects.bulk_update(again, ["to", "attempts", "attempted_at", "error"])
    return len(again)
