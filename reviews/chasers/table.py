"""What is chased, when, and to whom: one table."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, Q

from reviews.chasers import whom
from reviews.chasers.days import OfficeDay
from reviews.chasers.matters import (
    ANSWER,
    CHILDS_PAGE,
    DECISIONS,
    FORM,
    MIDWAY,
    OF_IROS,
    RECORD,
    REPORT,
    REVIEW,
    Matter,
)
from reviews.models import Notice

Kind = Notice.Kind
Stage = Callable[[OfficeDay], Q]
TO_BOOK_AHEAD = 10  # working days: time to invite people and to have the report
MIDWAY_AHEAD = 5
CHILDS_PAGE_AHEAD = 3  # time to ring the child, or to make another link
PATIENCE = 5  # working days a matter may stay overdue before the practice manager is told


@dataclass(frozen=True)
class Chaser:
    """One row of the table: a notice of the kind is owed while the stage holds for the matter.

    The stages of a matter exclude each other, so that after an outage only the newest is owed to
    a person; escalation is owed to somebody else, beside the overdue one.
    """

    kind: Kind
    matter: Matter
    stage: Stage
    to: Callable = whom.iro
    only: Stage | None = None
    nouns: str = ""
    part: str = ""  # of the mail; else it goes by the last day

    def rows(self, day: OfficeDay):
        """The reviews a notice is owed about on the day, told or not: settled is to leave them."""
        rows = self.matter.rows(day).filter(self.stage(day))
        return rows.filter(self.only(day)) if self.only else rows


def coming(working_days: int) -> Stage:
    """The last day is so many working days ahead or fewer, and there is a working day before it."""
    return lambda day: Q(last_on__gte=day.next, last_on__lte=day.ahead(working_days))


def due(day: OfficeDay) -> Q:
    """The last day is today, or a quiet day before the next working day, when it would be late."""
    return Q(last_on__gte=day.on, last_on__lt=day.next)


def overdue(day: OfficeDay) -> Q:
    """The last day is past."""
    return Q(last_on__lt=day.on)


def long_overdue(day: OfficeDay) -> Q:
    """So many whole working days went by since the last day."""
    return Q(last_on__lt=day.back(PATIENCE))


def _not_before_today(day: OfficeDay) -> Q:
    return Q(last_on__gte=day.on)


def _due_or_overdue(day: OfficeDay) -> Q:
    return Q(last_on__lt=day.next)


def _not_booked(day: OfficeDay) -> Q:
    return Q(booked_for__isnull=True)


def _not_booked_in_time(day: OfficeDay) -> Q:
    return Q(booked_for__isnull=True) | Q(booked_for__date__gt=F("last_on"))


def _to_remind(day: OfficeDay) -> Q:
    return Q(record__remind_on__lte=day.on)


def _begun(day: OfficeDay) -> Q:
    return Q(booked_for__lt=day.begins)


# Whatever is built on reviews adds its own rows when it is loaded.
CHASERS: list[Chaser] = [
    Chaser(
        Kind.REVIEW_TO_BOOK, REVIEW, coming(TO_BOOK_AHEAD),
        only=_not_booked, nouns="review to book,reviews to book",
    ),
    Chaser(
        Kind.REVIEW_DUE, REVIEW, due,
        only=_not_booked_in_time, nouns="review to hold,reviews to hold",
    ),
    Chaser(Kind.REVIEW_OVERDUE, REVIEW, overdue),
    # Within its 24 hours there is one morning to remind on.
    Chaser(Kind.OUTCOME_FORM_DUE, FORM, due, only=_begun),
    Chaser(Kind.OUTCOME_FORM_OVERDUE, FORM, overdue),
    # Before it is due: from the 15th working day, which is stored.
    Chaser(Kind.RECORD_REMINDER, RECORD, coming(20), only=_to_remind),
    Chaser(Kind.RECORD_DUE, RECORD, due),
    Chaser(Kind.RECORD_OVERDUE, RECORD, overdue),
    # One notice on the last of its five days; then it is escalated.
    Chaser(Kind.DECISIONS_TO_SEND, DECISIONS, _due_or_overdue),
    # As soon as they were sent: this is how the manager learns of them.
    Chaser(Kind.DECISIONS_TO_ANSWER, ANSWER, _not_before_today, to=whom.team_manager),
    Chaser(
        Kind.MIDWAY_DUE, MIDWAY,
        lambda day: Q(last_on__gte=day.on, last_on__lte=day.ahead(MIDWAY_AHEAD)),
    ),
    Chaser(Kind.MIDWAY_OVERDUE, MIDWAY, overdue),
    Chaser(Kind.REPORT_MISSING, REPORT, overdue),
    Chaser(
        Kind.CHILDS_PAGE_UNOPENED, CHILDS_PAGE,
        lambda day: Q(last_on__gte=day.on, last_on__lte=day.ahead(CHILDS_PAGE_AHEAD)),
    ),
    *(
        Chaser(
            Kind.ESCALATED, matter, long_overdue, to=whom.practice_manager, part="escalated"
        )
        for matter in OF_IROS
    ),
]  # fmt: skip
