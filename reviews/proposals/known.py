"""What is known of IROs and children when somebody is to be proposed, in a dozen queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, Subquery

from accounts.models import User
from cohort.caseload import Marked, marks, the_weights, weigh, weighted_by_iro
from cohort.models import Allocation, CaseloadWeights, Child, Cover, IROPost, Kinship, PeriodOfCare
from reviews.caseloads import to_hold


@dataclass
class Known:
    """The state of things on a day; `take` moves it on by one child."""

    on: date
    iros: list[User]
    posts: dict[int, Decimal]
    post_ends: dict[int, date]  # where no post follows
    away: dict[int, Cover]  # away on the day
    away_soon: dict[int, Cover]
    covering: dict[int, list[Cover]]
    held: dict[int | None, Marked]
    weights: CaseloadWeights
    weight: dict[int, Decimal]  # of each child, siblings apart
    siblings: dict[int, list[Child]]
    parents: dict[int, list[Child]]
    babies: dict[int, list[Child]]
    iro_of: dict[int, int]  # of each child's kin
    before: dict[int, dict[int, date]]  # of each child: the IROs they had, and until when
    district: dict[int, tuple[int, str]]
    in_district: dict[tuple[int, int], int]  # by IRO and district

    def load(self, iro: int) -> Decimal:
        """The weighted children the IRO holds."""
        return self.held[iro].load if iro in self.held else Decimal(0)

    def children(self, iro: int) -> int:
        """The children the IRO holds."""
        return self.held[iro].children if iro in self.held else 0

    def counts_for(self, child: Child, iro: int) -> Decimal:
        """What the child would count for with the IRO."""
        together = any(self.iro_of.get(one.pk) == iro for one in self.siblings[child.pk])
        weight = self.weight.get(child.pk, Decimal(1))
        return weight * self.weights.sibling if together else weight

    def take(self, child: Child, iro: int) -> None:
        """Reckon from here on as if the IRO held the child."""
        more = Marked(children=1, load=self.counts_for(child, iro))
        self.held[iro] = self.held.get(iro, Marked()) + more
        self.iro_of[child.pk] = iro


def gather(children: Iterable[Child], *, on: date, leaver: User | None = None) -> Known:
    """What is known on the day of all IROs but the leaver, and of these children."""
    pks = [child.pk for child in children]
    others = User.objects.independent_reviewing_officers()
    iros = list(others.exclude(pk=leaver.pk) if leaver else others)
    weights, due = the_weights(), to_hold(on=on)
    posts, ends = _posts(on)
    away, soon, covering = _covers(on)
    siblings, parents, babies = _kin(pks)
    kin = {one.pk for kind in (siblings, parents, babies) for own in kind.values() for one in own}
    with_iro = Allocation.objects.in_force(on=on).filter(child__in=kin)
    if leaver:
        with_iro = with_iro.exclude(iro=leaver)
    weighed = Child.objects.filter(pk__in=pks).order_by()
    weighed = weighed.annotate(**marks(on=on, weights=weights, due=due))
    district, in_district = _districts(pks, on)
    return Known(
        on, iros, posts, ends, away, soon, covering,
        weighted_by_iro(on=on, due=due, weights=weights), weights,
        dict(weighed.values_list("pk", weigh(weights, but="sibling"))),
        siblings, parents, babies,
        dict(with_iro.order_by().values_list("child", "iro")),
        _before(pks, on, leaver), district, in_district,
    )  # fmt: skip


def _posts(on: date) -> tuple[dict[int, Decimal], dict[int, date]]:
    """The posts each IRO fills on the day, and the end of the last one that has an end."""
    filled: dict[int, Decimal] = defaultdict(Decimal)
    last: dict[int, date] = {}
    for post in IROPost.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on)):
        if post.started_on <= on:
            filled[post.iro_id] += post.full_time_equivalent
        last[post.iro_id] = max(last.get(post.iro_id, on), post.ended_on or date.max)
    return filled, {iro: day for iro, day in last.items() if day < date.max}


def _covers(on: date) -> tuple[dict[int, Cover], dict[int, Cover], dict[int, list[Cover]]]:
    away: dict[int, Cover] = {}
    soon: dict[int, Cover] = {}
    covering: dict[int, list[Cover]] = defaultdict(list)
    arranged = Cover.objects.filter(ended_on__gt=on).select_related("away", "covered_by")
    for cover in arranged.order_by("started_on"):
        if cover.started_on <= on:
            away[cover.away_id] = cover
            covering[cover.covered_by_id].append(cover)
        elif cover.ended_on > cover.started_on:
            soon.setdefault(cover.away_id, cover)
    return away, soon, covering


def _kin(pks: list[int]) -> tuple[dict[int, list[Child]], ...]:
    """The siblings, parents and babies of each child."""
    siblings: dict[int, list[Child]] = defaultdict(list)
    parents: dict[int, list[Child]] = defaultdict(list)
    babies: dict[int, list[Child]] = defaultdict(list)
    ties = Kinship.objects.filter(Q(one__in=pks) | Q(other__in=pks))
    for tie in ties.select_related("one", "other").order_by("pk"):
        if tie.kind == Kinship.Kind.SIBLING:
            siblings[tie.one_id].append(tie.other)
            siblings[tie.other_id].append(tie.one)
        else:
            parents[tie.other_id].append(tie.one)
            babies[tie.one_id].append(tie.other)
    return siblings, parents, babies


def _before(pks: list[int], on: date, leaver: User | None) -> dict[int, dict[int, date]]:
    found: dict[int, dict[int, date]] = defaultdict(dict)
    ended = Allocation.objects.filter(child__in=pks, ended_on__lte=on).order_by("ended_on")
    for child, iro, until in ended.values_list("child", "iro", "ended_on"):
        if not (leaver and iro == leaver.pk):
            found[child][iro] = until
    return found


def _districts(pks: list[int], on: date):
    """The district of each child, and how many children of those districts each IRO holds."""
    periods = PeriodOfCare.objects.in_force(on=on).filter(district__isnull=False).order_by()
    mine = periods.filter(child__in=pks)
    rows = mine.values_list("child", "district", "district__name")
    district = {child: (pk, name) for child, pk, name in rows}
    wanted = {pk for pk, _ in district.values()}
    there = periods.filter(district__in=wanted)
    held = Allocation.objects.in_force(on=on).filter(child__in=Subquery(there.values("child")))
    held = held.filter(
        Q(child__periods__ended_on__isnull=True) | Q(child__periods__ended_on__gt=on),
        child__periods__started_on__lte=on,
    )
    counts = held.order_by().values_list("iro", "child__periods__district").annotate(Count("pk"))
    return district, {(iro, where): number for iro, where, number in counts}
