"""The weekly mail: who is owed one, so that nobody gets an empty one."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.db.models import Q

from accounts.models import Role, User
from reviews.chasers import whom
from reviews.chasers.days import OfficeDay
from reviews.chasers.matters import FORM, OF_IROS, REVIEW, Matter
from reviews.models import Notice, Record, Review

TWO_WEEKS = timedelta(weeks=2)

# Whom else there is something to tell; filled by what is built on reviews.
ALSO: list[Callable[[OfficeDay], Iterable[User]]] = []


def last_day(day: OfficeDay) -> date:
    """The Sunday of next week, to which the mail looks ahead."""
    return day.monday + TWO_WEEKS - timedelta(days=1)


def in_view(matter: Matter, day: OfficeDay):
    """What is overdue, or due or booked this week or next, each with `recipient_pk`."""
    rows = whom.iro(matter.rows(day), on=day.on)
    near = Q(last_on__lte=last_day(day))
    if matter is REVIEW:
        near |= Q(booked_for__date__lte=last_day(day))
    if matter is FORM:  # before the review it is the review that has to be thought of
        near &= Q(booked_for__lt=day.begins)
    return rows.filter(near)


def escalated_lately(day: OfficeDay):
    """What practice managers were told of as still overdue in the last seven days."""
    told = Notice.objects.filter(kind=Notice.Kind.ESCALATED, withdrawn_at__isnull=True)
    return told.filter(owed_on__gt=day.on - timedelta(days=7))


def digests_owed(day: OfficeDay) -> list[Notice]:
    """One to each person with something in it, on the first working day of the week.

    A day missed is caught up on a later one of the same week. Once they are owed that is all for
    the week: what turns up on Tuesday is no reason for a second Monday.
    """
    if Notice.objects.filter(kind=Notice.Kind.WEEKLY_DIGEST, due_on=day.monday).exists():
        return []
    people = [*_iros(day), *_managers(day), *_support(day)]
    people += [person for others in ALSO for person in others(day)]
    return [
        Notice(kind=Notice.Kind.WEEKLY_DIGEST, to=person, due_on=day.monday, owed_on=day.on)
        for person in dict.fromkeys(people)
    ]


def _iros(day: OfficeDay):
    found: set[int] = set()
    for matter in OF_IROS:
        recipients = in_view(matter, day).order_by().values_list("recipient_pk", flat=True)
        found.update(recipients.distinct())
    return whom.active(Role.IRO).filter(pk__in=found - {None})


def _managers(day: OfficeDay):
    overdue = any(matter.rows(day).filter(last_on__lt=day.on).exists() for matter in OF_IROS)
    if overdue or escalated_lately(day).exists():
        return whom.active(Role.PRACTICE_MANAGER)
    return User.objects.none()


def _support(day: OfficeDay):
    if Record.objects.to_send().exists() or Review.objects.to_invite(on=day.on).exists():
        return whom.active(Role.BUSINESS_SUPPORT)
    return User.objects.none()
