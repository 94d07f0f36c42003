"""The caseload at the end of each month."""

from calendar import monthrange
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Q

from cohort.caseload.of_day import per_post
from cohort.models import IROPost, PeriodOfCare
from statute import caseload as band


@dataclass(frozen=True)
class Month:
    """The service on the last day of a month, or on the day it was asked for."""

    on: date
    children: int
    posts: Decimal  # full-time equivalent
    over_limit: int  # IROs above the Handbook's band
    without_iro: int
    # Children and posts of each IRO, by their keys.
    held: Counter = field(default_factory=Counter, compare=False)
    filled: dict[int, Decimal] = field(default_factory=dict, compare=False)

    @property
    def per_post(self) -> Decimal | None:
        """Children per full-time post filled."""
        return per_post(self.children, self.posts)


def month_ends(until: date, *, months: int) -> list[date]:
    """The last day of each of so many months up to the one `until` lies in, which ends with it."""
    ends = []
    for back in range(months - 1, -1, -1):
        month = until - relativedelta(months=back)
        ends.append(month.replace(day=monthrange(month.year, month.month)[1]))
    return [*ends[:-1], until] if ends else []


def by_month(days: list[date]) -> list[Month]:
    """The caseload on each of the days, in three queries however many days and children.

    Unit and source as for `caseload`; the days go forward.
    """
    if not days:
        return []
    on_day = {f"day_{n}": _in_force("", day) for n, day in enumerate(days)}
    periods = PeriodOfCare.objects.beyond_short_breaks().filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=days[0]), started_on__lte=days[-1]
    )
    children = periods.aggregate(
        **{name: Count("pk", filter=condition) for name, condition in on_day.items()}
    )
    held = _held(periods, days)
    posts = _posts(days)
    return [
        Month(
            on=day,
            children=children[f"day_{n}"],
            posts=sum(posts[n].values(), Decimal(0)),
            over_limit=sum(
                number > band.HIGHEST * posts[n].get(iro, 0) for iro, number in held[n].items()
            ),
            without_iro=children[f"day_{n}"] - held[n].total(),
            held=held[n],
            filled=posts[n],
        )
        for n, day in enumerate(days)
    ]


def _held(periods, days: list[date]) -> list[Counter]:
    """The children of each IRO, day by day."""
    counts = {
        f"day_{n}": Count(
            "pk", filter=_in_force("", day) & _in_force("child__allocations__", day)
        )
        for n, day in enumerate(days)
    }  # fmt: skip
    rows = list(
        periods.order_by()
        .filter(
            Q(child__allocations__ended_on__isnull=True)
            | Q(child__allocations__ended_on__gt=days[0]),
            child__allocations__started_on__lte=days[-1],
        )
        .values("child__allocations__iro")
        .annotate(**counts)
    )
    return [
        Counter({row["child__allocations__iro"]: row[f"day_{n}"] for row in rows})
        for n in range(len(days))
    ]


def _posts(days: list[date]) -> list[dict[int, Decimal]]:
    """The posts of each IRO, day by day; there are few rows, so they are added up here."""
    filled: list[dict[int, Decimal]] = [defaultdict(Decimal) for _ in days]
    rows = IROPost.objects.filter(started_on__lte=days[-1])
    for post in rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=days[0])):
        for n, day in enumerate(days):
            if post.started_on <= day and (post.ended_on is None or post.ended_on > day):
                filled[n][post.iro_id] += post.full_time_equivalent
    return filled


def _in_force(path: str, on: date) -> Q:
    lasting = Q(**{f"{path}ended_on__isnull": True}) | Q(**{f"{path}ended_on__gt": on})
    return Q(**{f"{path}started_on__lte": on}) & lasting
