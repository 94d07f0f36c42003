"""The weeks ahead: reviews due, and who comes to hold more than the band."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from accounts.models import User
from cohort.caseload import Fact, Foreseen
from iro_service.templatetags.house import counted, day, day_short
from reviews.caseloads import Weeks
from reviews.filters import NOBODY

LEVELS = 4  # of heat, beside none
KNOWN = {
    "post_starts": "A post begins on {day}",
    "post_ends": "The post ends on {day}",
    "away": "Away until {day}: the children count with who covers",
    "covers": "Covers for {whom} until {day}",
}
COUNTED = {
    "turn_18": ("turns 18", "turn 18"),
    "moves_away": ("goes to another IRO", "go to another IRO"),
    "moves_in": ("comes from another IRO", "come from another IRO"),
}


@dataclass(frozen=True)
class Heat:
    """A number and how warm it is, from 0 to 4."""

    number: int
    level: int
    href: str
    about: str


@dataclass(frozen=True)
class HeatRow:
    """An IRO's weeks; the last row is of children without one."""

    name: str
    overdue: Heat
    weeks: list[Heat]

    @property
    def total(self) -> int:
        """The reviews of all the weeks, the overdue ones apart."""
        return sum(week.number for week in self.weeks)


@dataclass(frozen=True)
class ForeseenRow:
    """What is foreseen for one IRO."""

    iro: User
    now: Decimal | None
    later: list[Decimal | None]  # after four, eight and thirteen weeks
    passes: str
    known: list[str]


def heat_rows(weeks: Weeks, names: dict[int, str], *, on: date) -> list[HeatRow]:
    """A row for each IRO who has reviews due, by name, and one for nobody's."""
    pks = {*weeks.numbers, *weeks.overdue}
    ordered = sorted((pk for pk in pks if pk), key=lambda pk: names[pk])
    return [_heat_row(weeks, pk, names[pk], on) for pk in ordered] + [
        _heat_row(weeks, None, "No IRO", on) for pk in pks if pk is None
    ]


def foreseen_rows(rows: list[Foreseen], days: list[date]) -> list[ForeseenRow]:
    """Each IRO with the caseload to come; `days` are today and Mondays after it."""
    return [
        ForeseenRow(
            row.iro,
            row.per_post[0],
            [row.per_post[n] for n in (4, 8, len(days) - 1)],
            _passes(row, days),
            [_known(one) for one in row.known],
        )
        for row in rows
    ]


def _heat_row(weeks: Weeks, iro: int | None, name: str, on: date) -> HeatRow:
    numbers = weeks.numbers.get(iro, [0] * len(weeks.mondays))
    late = weeks.overdue.get(iro, 0)
    key = iro or NOBODY
    # The list knows the IRO of today; with a move to come, a number may open one more or less.
    first = {"state": "overdue", "iro": key}
    overdue = Heat(late, 0, _reviews(**first) if late else "", f"overdue, {name}")
    cells = []
    for monday, number in zip(weeks.mondays, numbers, strict=True):
        sunday = monday + timedelta(days=6)
        days = {"from": max(monday, on).isoformat(), "to": sunday.isoformat()}
        href = _reviews(state="planned", iro=key, **days) if number else ""
        level = -(-number * LEVELS // weeks.highest) if weeks.highest else 0
        about = f"due in the week of {day_short(monday)}, {name}"
        cells.append(Heat(number, min(level, LEVELS), href, about))
    return HeatRow(name, overdue, cells)


def _passes(row: Foreseen, days: list[date]) -> str:
    first = row.passes(days)
    if first is None:
        return "Not in these weeks"
    return "Now" if first == days[0] else f"Week of {day(first)}"


def _known(fact: Fact) -> str:
    if fact.what in COUNTED:
        one, more = COUNTED[fact.what]
        children = counted(fact.number, "child,children")
        return f"{children} {one if fact.number == 1 else more}"
    return KNOWN[fact.what].format(day=day(fact.day), whom=fact.whom)


def _reviews(**choices) -> str:
    return f"{reverse('reviews')}?{urlencode(choices)}"
