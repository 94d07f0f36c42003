"""What an IRO holds beyond their last day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cohort.models import Allocation, Child, Cover
from iro_service.templatetags.house import day
from reviews.models import OutcomeForm, Record, Review

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Owed:
    """Something in hand: how many, what, and the list that shows them."""

    number: int
    nouns: str  # "record", or "child,children"
    words: str  # what follows the noun
    href: str


# What apps above this one know to be in an IRO's hands, as owed(iro, on=day) -> list of Owed.
ALSO: list[Callable[..., list[Owed]]] = []


@dataclass(frozen=True)
class Leaving:
    """An IRO's last day, and what is theirs after it."""

    iro: User
    last_day: date
    on: date
    held: list[Allocation]  # on the first day without them
    coming: list[Allocation]  # to begin after that
    booked: list[Review]  # theirs to chair after the last day
    covers: list[Cover]  # for others, reaching beyond the last day
    owed: list[Owed]

    @property
    def first_without(self) -> date:
        """The day after the last."""
        return self.last_day + ONE_DAY

    @property
    def children(self) -> list[Child]:
        """All who need another IRO, each once, by name."""
        own = {one.child_id: one.child for one in [*self.held, *self.coming]}
        return sorted(own.values(), key=lambda c: (c.family_name, c.given_name, c.pk))

    def why_not(self, to: Mapping[Child, User]) -> list[str]:
        """A sentence for each thing that would be left without an IRO."""
        sentences = []
        if self.last_day < self.on:
            sentences.append("The last day must be today or later")
        if not self.iro.is_iro:
            sentences.append(f"{self.iro} is not an IRO")
        sentences += [
            f"Select another IRO for {child}"
            for child in self.children
            if to.get(child) in (None, self.iro)
        ]
        sentences += [
            f"{child} is not a child of {self.iro}" for child in to if child not in self.children
        ]
        sentences += [
            f"{self.iro} covers for {cover.away} until {day(cover.ended_on)}. Arrange for "
            "somebody else to cover first"
            for cover in self.covers
        ]
        return sentences


def leaving(iro: User, *, last_day: date, on: date) -> Leaving:
    """What the IRO has in hand beyond the last day, as is known on the day `on`.

    Children in short breaks too: they do not count in a caseload, and need an IRO all the same.
    """
    after = last_day + ONE_DAY
    allocations = Allocation.objects.filter(iro=iro).select_related("child")
    midnight = timezone.make_aware(datetime.combine(after, time.min))
    booked = Review.objects.planned().filter(chair=iro, booked_for__gte=midnight)
    covers = Cover.objects.filter(covered_by=iro, ended_on__gt=after)
    covers = covers.filter(ended_on__gt=F("started_on"))
    return Leaving(
        iro,
        last_day,
        on,
        list(allocations.in_force(on=after)),
        list(allocations.coming(on=after)),
        list(booked.select_related("child").order_by("booked_for")),
        list(covers.select_related("away")),
        _owed(iro, on, midnight),
    )


def _owed(iro: User, on: date, midnight: datetime) -> list[Owed]:
    """What they are to do by the last day; what is not done is for the IROs who follow."""
    to_hold = Review.objects.planned().filter(chair=iro, booked_for__lt=midnight)
    forms = OutcomeForm.objects.filter(
        submitted_at__isnull=True, review__in=to_hold.order_by()
    ).count()
    records = Record.objects.filter(
        completed_on__isnull=True, review__chair=iro, review__struck_on__isnull=True
    ).count()
    found = [
        Owed(forms, "review", "booked by then, with an outcome form to hand in",
             _reviews(iro, state="planned")),
        Owed(records, "record", "of discussion to write",
             _reviews(iro, state="record_outstanding")),
    ]  # fmt: skip
    more = (owed for ask in ALSO for owed in ask(iro, on=on))
    return [owed for owed in [*found, *more] if owed.number]


def _reviews(iro: User, **choices) -> str:
    return f"{reverse('reviews')}?{urlencode({**choices, 'iro': iro.pk})}"
