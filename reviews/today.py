"""The questions behind a manager's first page; each number is counted by the list it opens."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from accounts.models import User
from cohort.council import working_calendar
from cohort.models import Allocation, Child
from reviews.actions.care import without_plan
from reviews.appointments import note_on_overdue
from reviews.filters import NOBODY, filtered_reviews
from reviews.models import Notice, Strike

APRIL = 4
# The columns of the table: the state each number opens, and its words.
COLUMNS = {
    "overdue": "Reviews overdue",
    "form_owed": "Outcome forms owed",
    "record_overdue": "Records overdue",
}


@dataclass
class Asker:
    """Counts lists of reviews for one person at one moment."""

    user: User
    on: date
    at: datetime

    def reviews(self, **choices):
        """The list of reviews with these choices made."""
        return filtered_reviews(choices, user=self.user, on=self.on, at=self.at).qs

    def count(self, **choices) -> int:
        """How many reviews the list shows."""
        return self.reviews(**choices).count()


@dataclass
class Line:
    """One IRO's line of the table, or that of the children without one."""

    name: str
    key: str  # what the list of reviews calls the IRO
    children: int = 0
    numbers: list[dict] = field(default_factory=list)

    @property
    def href(self) -> str:
        """The IRO's own list of work."""
        return "" if self.key == NOBODY else f"{reverse('my_work')}?iro={self.key}"

    @property
    def children_href(self) -> str:
        """The list of their children."""
        choice = "care=unallocated" if self.key == NOBODY else f"iro={self.key}"
        return f"{reverse('children')}?{choice}"

    @property
    def most_overdue(self) -> tuple:
        """Children without an IRO first, then whoever has most overdue."""
        return (self.key != NOBODY, -sum(n["number"] for n in self.numbers), self.name)


def figures(asker: Asker) -> list[dict]:
    """The service in figures, each with the address of the list it counts."""
    on = asker.on
    month = {"from": on.replace(day=1).isoformat(), "to": on.isoformat()}
    year = {"from": year_start(on).isoformat(), "to": on.isoformat()}
    return [
        _share(asker, "Reviews held in time this month", "held", "held_in_time", month),
        _share(
            asker,
            "Outcome forms within 24 hours this month",
            "form_expected",
            "form_in_time",
            month,
        ),
        _number(asker, "Reviews overdue", state="overdue"),
        _number(asker, "Records overdue", state="record_overdue"),
        _number(
            asker, f"Participation not recorded since {on_day(year_start(on))}",
            state="not_recorded", **year,
        ),
    ]  # fmt: skip


def others(on: date) -> list[dict]:
    """What is not a review and needs a manager: children without an IRO, notices that failed."""
    unplanned = without_plan(on=on).count()
    unallocated = Child.objects.looked_after(on=on).unallocated(on=on).count()
    late = note_on_overdue(on=on, calendar=working_calendar()) if unallocated else ""
    failed = Notice.objects.failed().count()
    asked = Strike.objects.filter(confirmed_on__isnull=True).count()
    # Rare, so it is shown only while there is something to confirm.
    in_error = [_tile("Recorded in error, to confirm", asked, reverse("strikes"))] if asked else []
    return [
        *in_error,
        _tile("Looked after without a planned review", unplanned, reverse("plans_missing")),
        _tile("Children without an IRO", unallocated, f"{reverse('children')}?care=unallocated")
        | ({"note": late} if late else {}),
        _tile("Notices that failed", failed, f"{reverse('notices')}?state=failed"),
    ]


def by_iro(asker: Asker) -> list[Line]:
    """A line for each IRO with children or something owed, and one for children without an IRO."""
    looked_after = Child.objects.looked_after(on=asker.on)
    allocations = Allocation.objects.in_force(on=asker.on).filter(child__in=looked_after)
    children = Counter(allocations.values_list("iro", flat=True))
    children[None] = looked_after.unallocated(on=asker.on).count()
    counted = {
        state: Counter(asker.reviews(state=state).order_by().values_list("iro_pk", flat=True))
        for state in COLUMNS
    }
    wanted = {pk for pk, number in children.items() if number}.union(*counted.values())
    names = User.objects.in_bulk([pk for pk in wanted if pk])
    lines = []
    for pk in wanted:
        line = Line(str(names[pk]) if pk else "No IRO", str(pk or NOBODY), children[pk])
        line.numbers = [
            _tile(words, counted[state][pk], list_of(state=state, iro=line.key))
            for state, words in COLUMNS.items()
        ]
        lines.append(line)
    return sorted(lines, key=lambda line: line.most_overdue)


def list_of(**choices) -> str:
    """The address of the list of reviews with these choices made."""
    return f"{reverse('reviews')}?{urlencode(choices)}"


def year_start(on: date) -> date:
    """The 1 April on or before the day."""
    return date(on.year if on.month >= APRIL else on.year - 1, APRIL, 1)


def on_day(day: date) -> str:
    """The day in words."""
    return f"{day:%-d %B}"


def _share(asker: Asker, label: str, all_state: str, part_state: str, days: dict) -> dict:
    whole = asker.count(state=all_state, **days)
    part = asker.count(state=part_state, **days)
    share = Decimal(100 * part) / whole if whole else None
    return {
        "label": label,
        "share": share,
        "part": part,
        "whole": whole,
        "href": list_of(state=all_state, **days),
        "tone": "",
    }


def _number(asker: Asker, label: str, **choices) -> dict:
    return _tile(label, asker.count(**choices), list_of(**choices))


def _tile(label: str, number: int, href: str) -> dict:
    return {
        "label": label,
        "number": number,
        "href": href,
        "tone": "overdue" if number else "",
    }
