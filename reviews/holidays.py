"""The open deadlines that a bank holiday moves: those counted in working days across it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F, IntegerField, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from reviews.models import Adjournment, DecisionSheet, Record, Review
from statute.calendar import WorkingCalendar
from statute.timescales import deadline

NO_AMOUNT = Value(None, IntegerField())


@dataclass(frozen=True)
class Kind:
    """One kind of open deadline: its rows, the day that is due and the clock that gives it."""

    words: str  # one, many
    open: QuerySet
    due: str  # the field of the due day
    base: str  # where the day it counts from stands
    clock: str
    amount: Combinable = NO_AMOUNT  # working days of each row's own, where the clock is not law


@dataclass(frozen=True)
class Move:
    """A due day that moves."""

    kind: Kind
    pk: int
    before: date
    after: date


# The deadlines of what is built on reviews.
ALSO: list[Callable[[], list[Kind]]] = []


def kinds() -> list[Kind]:
    """Every open deadline that is counted forward in working days.

    What is sent, handed in or completed is closed. The social worker's report counts backwards
    from a review: a holiday would make it due sooner, which nobody who is in time deserves.
    """
    records = Record.objects.filter(review__struck_on__isnull=True)
    # Each half is an index's; that what is not completed is not distributed is a constraint.
    completed = Q(completed_on__isnull=False, distributed_on__isnull=True)
    owed, to_send = records.outstanding(), records.filter(Q(completed_on__isnull=True) | completed)
    sheets = DecisionSheet.objects.filter(review__struck_on__isnull=True)
    answers = sheets.filter(sent_on__isnull=False, answered_on__isnull=True)
    adjourned = Adjournment.objects.filter(review__in=Review.objects.planned())
    planned = Review.objects.planned().filter(rule="first_review")
    return [
        Kind("review to hold,reviews to hold", planned, "due_on", "base_on", "first_review"),
        Kind("adjourned review to complete,adjourned reviews to complete", adjourned,
             "resume_by", "adjourned_on", "adjournment"),
        Kind("record to complete,records to complete", owed,
             "due_on", "review__held_on", "record_completed"),
        Kind("first reminder of a record,first reminders of records", owed,
             "remind_on", "review__held_on", "record_first_reminder"),
        Kind("record to send,records to send", to_send,
             "distribution_due_on", "review__held_on", "record_distributed"),
        Kind("decisions to send,sets of decisions to send", sheets.filter(sent_on__isnull=True),
             "due_on", "review__held_on", "decisions_to_manager"),
        Kind("decisions to answer,sets of decisions to answer", answers,
             "answer_due_on", "sent_on", "manager_answer"),
        *(kind for also in ALSO for kind in also()),
    ]  # fmt: skip


def later_with(day: date, calendar: WorkingCalendar) -> Iterator[Move]:
    """What moves to a later day once `day` is a bank holiday; `calendar` knows it already.

    A due day that is past moves too: it was no lawful last day, as offices did not work on
    `day`. Nothing moves to an earlier one.
    """
    for kind, pk, base, due, amount in _across(day):
        after = deadline(kind.clock, base, calendar, amount=amount).due_on
        if after > due:
            yield Move(kind, pk, due, after)


def earlier_without(day: date, calendar: WorkingCalendar, *, on: date) -> Iterator[Move]:
    """What moves to an earlier day once `day` is a working day again; never to before `on`.

    What is overdue already stays, since an earlier day would only make it look worse.
    """
    for kind, pk, base, due, amount in _across(day):
        after = max(deadline(kind.clock, base, calendar, amount=amount).due_on, on)
        if after < due:
            yield Move(kind, pk, due, after)


def _across(day: date) -> Iterator[tuple[Kind, int, date, date, int | None]]:
    """The open deadlines whose count runs across the day, or ends on it."""
    for kind in kinds():
        spanning = kind.open.filter(**{f"{kind.base}__lt": day, f"{kind.due}__gte": day})
        spanning = spanning.annotate(amount=kind.amount).order_by("pk")
        for row in spanning.values_list("pk", F(kind.base), F(kind.due), "amount"):
            yield kind, *row
