"""What is chased in disputes, when, and to whom: rows for the table of chasers.

A notice is about a step of the log: the one that put the dispute where it stands. So each turn
owes its own, and what was owed about an earlier turn is withdrawn.
"""

from django.db.models import F, OuterRef, Q, Subquery

from accounts.models import Role
from disputes.codes import Move, State
from disputes.mail_items import tell
from disputes.models import Dispute, Step
from reviews.chasers import whom
from reviews.chasers.days import OfficeDay
from reviews.chasers.matters import Matter
from reviews.chasers.table import Chaser, due, overdue
from reviews.models import Notice
from reviews.outbox import longest_here, with_recipient

Kind = Notice.Kind
TOTAL_AHEAD = 5  # working days


def turns(disputes):
    """The steps that put the disputes where they stand: the last of each that moved it."""
    last = Step.objects.filter(dispute=OuterRef("dispute")).standing().order_by("-pk")
    return Step.objects.filter(dispute__in=disputes, pk=Subquery(last.values("pk")[:1]))


def iro(steps, *, on):
    """Each with `recipient_pk`: the child's IRO, who covers for them, or the practice manager."""
    return with_recipient(steps, on=on)


def _told(steps, *, on):
    # Whoever wrote down the answer themselves need not be told that it came.
    return iro(steps, on=on).exclude(by=F("recipient_pk"))


def _asked(steps, *, on):
    return steps.annotate(recipient_pk=F("dispute__asked_id"))


def _manager_too(steps, *, on):
    # Of a child without an IRO the practice manager was told in the IRO's place.
    manager = Subquery(longest_here(Role.PRACTICE_MANAGER))
    return whom.practice_manager(iro(steps, on=on).exclude(recipient_pk=manager), on=on)


def _waiting(day: OfficeDay):
    return turns(Dispute.objects.waiting())


def _total(day: OfficeDay):
    formal = Dispute.objects.unsettled().formal()
    return Step.objects.filter(move=Move.OPENED, dispute__in=formal)


def _actions(day: OfficeDay):
    # Followed up until it is done, though the dispute is settled. What was agreed in one answer
    # for one day is several rows, and one notice.
    return Step.objects.filter(actions__done_on__isnull=True, actions__isnull=False)


WAITING = Matter(
    "dispute", "dispute to answer,disputes to answer", "dispute_answer",
    F("dispute__stage_due_on"), _waiting, "step", tell,
)  # fmt: skip
SILENT = Matter(
    "dispute_silent", "dispute without an answer,disputes without an answer", "dispute",
    F("dispute__stage_due_on"), _waiting, "step", tell,
)  # fmt: skip
NOBODY = Matter(
    "dispute_nobody", "dispute put to nobody,disputes put to nobody", "dispute",
    F("dispute__stage_due_on"), _waiting, "step", tell,
)  # fmt: skip
ANSWERED = Matter(
    "dispute_answered", "answer to a dispute,answers to disputes", "dispute",
    F("on"), lambda day: turns(Dispute.objects.filter(state=State.ANSWERED)), "step", tell,
)  # fmt: skip
MEETING = Matter(
    "dispute_meeting", "meeting asked for in a dispute,meetings asked for in disputes", "dispute",
    F("on"), lambda day: turns(Dispute.objects.filter(state=State.MEETING)), "step", tell,
)  # fmt: skip
TOTAL = Matter(
    "dispute_total", "dispute to settle,disputes to settle", "dispute",
    F("dispute__total_due_on"), _total, "step", tell,
)  # fmt: skip
ACTION = Matter(
    "dispute_action", "agreed action,agreed actions", "dispute",
    F("actions__by_when"), _actions, "step", tell,
)  # fmt: skip


def _is_asked(day: OfficeDay) -> Q:
    return Q(dispute__asked__is_active=True)


def _nobody_is_asked(day: OfficeDay) -> Q:
    return Q(dispute__asked__isnull=True) | Q(dispute__asked__is_active=False)


def _before_its_day(day: OfficeDay) -> Q:
    return Q(last_on__gte=day.next)


def _not_before_today(day: OfficeDay) -> Q:
    return Q(last_on__gte=day.on)


def _total_near(day: OfficeDay) -> Q:
    return Q(last_on__gte=day.on, last_on__lte=day.ahead(TOTAL_AHEAD))


def _always(day: OfficeDay) -> Q:
    return Q()


CHASERS: tuple[Chaser, ...] = (
    # As soon as it is put to them: this is how the manager learns of it.
    Chaser(Kind.DISPUTE_TO_ANSWER, WAITING, _before_its_day, to=_asked, only=_is_asked),
    Chaser(Kind.DISPUTE_DUE, WAITING, due, to=_asked, only=_is_asked),
    Chaser(Kind.DISPUTE_OVERDUE, WAITING, overdue, to=_asked, only=_is_asked),
    Chaser(Kind.DISPUTE_TO_NOBODY, NOBODY, _not_before_today, to=iro, only=_nobody_is_asked),
    Chaser(Kind.DISPUTE_MEETING, MEETING, _always, to=_told, part="waiting"),
    Chaser(Kind.DISPUTE_ANSWERED, ANSWERED, _always, to=_told, part="waiting"),
    # Silence puts it before the IRO, and before the practice manager who need not wait for them.
    Chaser(Kind.DISPUTE_SILENT, SILENT, overdue, to=iro),
    Chaser(Kind.DISPUTE_SILENT_MANAGER, SILENT, overdue, to=_manager_too),
    Chaser(Kind.DISPUTE_TOTAL_DUE, TOTAL, _total_near, to=iro),
    Chaser(
        Kind.DISPUTE_TOTAL_OVERDUE, TOTAL, overdue, to=iro,
        nouns="dispute past its 20 working days,disputes past their 20 working days",
    ),
    Chaser(
        Kind.DISPUTE_TOTAL_MANAGER, TOTAL, overdue, to=_manager_too,
        nouns="dispute past its 20 working days,disputes past their 20 working days",
    ),
    Chaser(Kind.DISPUTE_ACTION_OVERDUE, ACTION, overdue, to=iro),
)  # fmt: skip
