"""A person's reviews, booked and held, day by day: siblings joined, conflicts marked, gaps told."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.db.models import Q
from django.utils import timezone

from reviews.models import Review
from statute.calendar import SATURDAY

A_CELL_HOLDS = 4
LENGTH = timedelta(hours=1)  # a review takes about an hour: nobody enters its end


@dataclass
class Appointment:
    """One meeting: a child's review, or those of brothers and sisters together."""

    at: datetime
    place: str
    chair: object
    reviews: list[Review] = field(default_factory=list)
    conflict: bool = False  # the chair has another one within the hour
    gap: int | None = None  # minutes from the end of the one before to this one's start

    @property
    def was_held(self) -> bool:
        """Whether it is over: every review of it was held."""
        return all(review.held_on for review in self.reviews)


@dataclass(frozen=True)
class Day:
    """A day of the calendar and what is in it; `holiday` is the bank holiday's name."""

    on: date
    appointments: list[Appointment]
    holiday: str = ""

    @property
    def is_weekend(self) -> bool:
        """A Saturday or a Sunday."""
        return self.on.weekday() >= SATURDAY

    @property
    def in_a_cell(self) -> list[Appointment]:
        """As many as a cell of the month holds; the rest is read by week."""
        return self.appointments[:A_CELL_HOLDS]

    @property
    def more(self) -> int:
        """How many a cell of the month does not hold."""
        return len(self.appointments) - len(self.in_a_cell)


def booked_between(user, first: date, last: date, *, on: date, chair=None):
    """The planned reviews the person sees or chairs that are booked from first to last."""
    reviews = Review.objects.visible_to(user, on=on).planned().select_related("child", "chair")
    if chair:
        reviews = reviews.filter(chair=chair)
    elif user.is_iro:
        reviews = reviews.filter(Q(chair=user) | Q(chair=None))
    begin, end = (timezone.make_aware(datetime.combine(day, datetime.min.time())) for day in
                  (first, last + timedelta(days=1)))  # fmt: skip
    return reviews.filter(booked_for__gte=begin, booked_for__lt=end).order_by("booked_for", "pk")


def held_between(user, first: date, last: date, *, on: date, chair=None):
    """The reviews the person sees, or chaired, that were held from first to last."""
    reviews = Review.objects.visible_to(user, on=on).held_between(first, last)
    if chair or user.is_iro:
        reviews = reviews.filter(chair=chair or user)
    return reviews.select_related("child", "chair").order_by("held_on", "held_time", "pk")


def days_of(reviews, first: date, last: date, holidays: Mapping[date, str]) -> list[Day]:
    """Every day from first to last with its appointments in order."""
    by_day = defaultdict(list)
    for appointment in _appointments(reviews):
        by_day[timezone.localtime(appointment.at).date()].append(appointment)
    number = (last - first).days + 1
    days = [first + timedelta(days=offset) for offset in range(number)]
    return [Day(day, _with_gaps(by_day[day]), holidays.get(day, "")) for day in days]


def weeks_of(days: list[Day]) -> list[list[Day | None]]:
    """The days in rows from Monday to Sunday; None where a row has a day of another month."""
    first, last = days[0].on.weekday(), days[-1].on.weekday()
    cells = [*[None] * first, *days, *[None] * (6 - last)]
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]


def _appointments(reviews) -> list[Appointment]:
    met: dict[tuple, Appointment] = {}
    for review in reviews:
        key = ("meeting", review.meeting_id) if review.meeting_id else ("review", review.pk)
        place = Appointment(_moment(review), review.place, review.chair)
        met.setdefault(key, place).reviews.append(review)
    return sorted(met.values(), key=lambda one: one.at)


def _moment(review: Review) -> datetime:
    """When it was held; else when it is booked for."""
    if review.held_on is None:
        return review.booked_for
    return timezone.make_aware(datetime.combine(review.held_on, review.held_time or time.min))


def _with_gaps(appointments: list[Appointment]) -> list[Appointment]:
    by_chair = defaultdict(list)
    for one in (one for one in appointments if not one.was_held):
        by_chair[one.chair and one.chair.pk].append(one)
    for chair, theirs in by_chair.items():
        for before, after in pairwise(theirs) if chair else ():
            between = after.at - (before.at + LENGTH)
            after.gap = int(between.total_seconds() // 60)
            if after.gap < 0:
                before.conflict = after.conflict = True
    return appointments
