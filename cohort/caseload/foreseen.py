"""The caseload of the weeks ahead, from what is known already and how children came and left."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from django.db.models import Count, ExpressionWrapper, F, Q
from django.db.models.fields import DurationField

from accounts.models import User
from cohort.caseload.of_day import caseload, per_post
from cohort.models import Allocation, Child, Cover, IROPost, PeriodOfCare
from statute import caseload as band

WEEK = timedelta(weeks=1)
WEEKS_A_YEAR = Decimal(52)
ADULT = 18
EIGHTEEN_YEARS = timedelta(days=6574)  # and four or five leap days


class Fact(NamedTuple):
    """Something known to change a caseload: a key for its words, the day, how many, whom."""

    what: str
    day: date | None = None
    number: int = 1
    whom: str = ""


@dataclass
class Foreseen:
    """What one IRO will hold at the beginning of each week ahead, and what is known to change it.

    Children are in parts: those expected to come and leave are shared out by posts and children.
    """

    iro: User
    children: list[Decimal] = field(default_factory=list)
    posts: list[Decimal] = field(default_factory=list)
    known: list["Fact"] = field(default_factory=list)

    @property
    def per_post(self) -> list[Decimal | None]:
        """Children per full-time post, week by week."""
        rounded = [number.quantize(Decimal("0.1"), ROUND_HALF_UP) for number in self.children]
        return [per_post(n, posts) for n, posts in zip(rounded, self.posts, strict=True)]

    def passes(self, days: list[date]) -> date | None:
        """The first of the days on which they hold more than the Handbook's highest."""
        numbers = zip(days, self.children, self.posts, strict=True)
        return next((day for day, n, posts in numbers if n > band.HIGHEST * posts), None)


@dataclass(frozen=True)
class Pace:
    """How many children came, and left before they were 18, in the twelve months to a day."""

    starts: int
    ends: int

    @classmethod
    def of(cls, on: date) -> "Pace":
        """That of the twelve months to the day, short breaks left out."""
        first = on - relativedelta(years=1) + timedelta(days=1)
        periods = PeriodOfCare.objects.beyond_short_breaks().order_by()
        lived = ExpressionWrapper(F("ended_on") - F("child__date_of_birth"), DurationField())
        ended = periods.ended_between(first, on).alias(lived=lived)
        return cls(
            periods.started_between(first, on).count(),
            ended.filter(lived__lt=EIGHTEEN_YEARS).count(),
        )


@dataclass(frozen=True)
class Changes:
    """What is known to happen from the day on, by IRO."""

    on: date
    until: date
    birthdays: dict[int, Counter]  # children who turn 18, by the day
    ends: dict[int, Counter]  # allocations, by the day
    starts: dict[int, Counter]
    posts: dict[int, list[IROPost]]
    covers: list[Cover]


def foresee(*, on: date, days: list[date]) -> list[Foreseen]:
    """What each IRO will hold on each of the days ahead, in a constant number of queries.

    Unit: children, and full-time equivalent posts. From the allocations of today: the children
    who turn 18, allocations and posts with a known end or start, and cover, while whose children
    count with who covers; starts, and ends before 18, at the pace of the last twelve months.
    """
    now, pace = caseload(on=on), Pace.of(on)
    changes = _changes(on, days[-1])
    rows = [Foreseen(row.iro, known=_known(row.iro.pk, changes)) for row in now.by_iro]
    held = {row.iro.pk: row.children for row in now.by_iro}
    for day in days:
        posts = {row.iro.pk: _posts_on(changes.posts[row.iro.pk], day) for row in rows}
        children = {pk: Decimal(_known_on(pk, number, day, changes)) for pk, number in held.items()}
        _come_and_leave(children, posts, pace, Decimal((day - on).days) / 7)
        _cover(children, changes.covers, day)
        for row in rows:
            row.children.append(children[row.iro.pk])
            row.posts.append(posts[row.iro.pk])
    return rows


def _known_on(iro: int, held: int, day: date, changes: Changes) -> int:
    came = _until(changes.starts[iro], day)
    left = _until(changes.ends[iro], day) + _until(changes.birthdays[iro], day)
    return max(held + came - left, 0)


def _come_and_leave(children: dict, posts: dict, pace: Pace, weeks: Decimal) -> None:
    """Share the usual comings out by posts, the usual goings by children."""
    all_children, all_posts = sum(children.values()), sum(posts.values())
    for pk, number in children.items():
        came = pace.starts / WEEKS_A_YEAR * weeks * posts[pk] / all_posts if all_posts else 0
        left = pace.ends / WEEKS_A_YEAR * weeks * number / all_children if all_children else 0
        children[pk] = max(number + came - left, Decimal(0))


def _cover(children: dict, covers: list[Cover], day: date) -> None:
    """Count the children of who is away with those who cover, in equal parts."""
    now = [cover for cover in covers if cover.started_on <= day < cover.ended_on]
    by_away: dict[int, list[int]] = defaultdict(list)
    for cover in now:
        if cover.away_id in children and cover.covered_by_id in children:
            by_away[cover.away_id].append(cover.covered_by_id)
    own = {away: children[away] for away in by_away}
    for away, who in by_away.items():
        children[away] -= own[away]
        for one in who:
            children[one] += own[away] / len(who)


def _until(days: Counter, day: date) -> int:
    return sum(number for when, number in days.items() if when <= day)


def _posts_on(posts: list[IROPost], day: date) -> Decimal:
    filled = [p for p in posts if p.started_on <= day and not (p.ended_on and p.ended_on <= day)]
    return sum((post.full_time_equivalent for post in filled), Decimal(0))


def _changes(on: date, until: date) -> Changes:
    allocations = Allocation.objects.in_force(on=on).order_by()
    born = (on - relativedelta(years=ADULT), until - relativedelta(years=ADULT))
    turning = Child.objects.looked_after(on=on).filter(
        date_of_birth__gt=born[0], date_of_birth__lte=born[1]
    )
    # Whose allocation ends first is no longer theirs by the birthday.
    open_ones = allocations.filter(child__in=turning.order_by(), ended_on__isnull=True)
    births = open_ones.values_list("iro", "child__date_of_birth").annotate(Count("pk"))
    birthdays = ((iro, born + relativedelta(years=ADULT), number) for iro, born, number in births)
    ending = allocations.filter(ended_on__lte=until).values_list("iro", "ended_on")
    coming = Allocation.objects.coming(on=on).filter(started_on__lte=until).order_by()
    starting = coming.values_list("iro", "started_on")
    posts: dict[int, list[IROPost]] = defaultdict(list)
    lasting = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    for post in IROPost.objects.filter(lasting, started_on__lte=until).order_by("started_on"):
        posts[post.iro_id].append(post)
    covers = Cover.objects.filter(started_on__lte=until, ended_on__gt=on)
    return Changes(
        on,
        until,
        _by_iro(birthdays),
        _by_iro(ending.annotate(Count("pk"))),
        _by_iro(starting.annotate(Count("pk"))),
        posts,
        list(covers.select_related("away", "covered_by").order_by("started_on")),
    )


def _by_iro(rows) -> dict[int, Counter]:
    found: dict[int, Counter] = defaultdict(Counter)
    for iro, day, number in rows:
        found[iro][day] += number
    return found


def _known(iro: int, changes: Changes) -> list[Fact]:
    """What is known; the page that shows it has the words."""
    mine = changes.posts[iro]
    posts = [Fact("post_starts", p.started_on) for p in mine if p.started_on > changes.on]
    ending = [p.ended_on for p in mine if p.ended_on and p.ended_on <= changes.until]
    posts += [Fact("post_ends", day) for day in ending]
    numbers = [
        Fact("turn_18", None, changes.birthdays[iro].total()),
        Fact("moves_away", None, changes.ends[iro].total()),
        Fact("moves_in", None, changes.starts[iro].total()),
    ]
    covers = [Fact("away", c.ended_on) for c in changes.covers if c.away_id == iro]
    covers += [
        Fact("covers", c.ended_on, 1, str(c.away)) for c in changes.covers if c.covered_by_id == iro
    ]
    return [*posts, *(one for one in numbers if one.number), *covers]
