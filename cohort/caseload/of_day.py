"""How many children each IRO holds, per full-time post."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from accounts.models import User
from cohort.models import Allocation, Child, IROPost
from statute import caseload as band

DEFINITION = (
    "Children looked after on the day, short breaks left out, divided by the full-time "
    "equivalent of the IRO posts filled on that day."
)


def per_post(children: int, posts: Decimal) -> Decimal | None:
    """Children per full-time post, halves rounded up to one decimal; None where no post is."""
    if not posts:
        return None
    return (children / posts).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True)
class IROCaseload:
    """One IRO's children on a day."""

    iro: User
    posts: Decimal  # full-time equivalent
    children: int

    @property
    def per_post(self) -> Decimal | None:
        """Children per full-time post."""
        return per_post(self.children, self.posts)

    def with_more(self, children: int) -> "IROCaseload":
        """The same with so many children more."""
        return replace(self, children=self.children + children)

    @property
    def over(self) -> bool:
        """Whether it is above the Handbook's band; children without a post to hold them are."""
        return self.children > band.HIGHEST * self.posts


@dataclass(frozen=True)
class Caseload:
    """The service's children and posts on a day."""

    on: date
    children: int
    unallocated: int
    posts: Decimal
    by_iro: list[IROCaseload]

    @property
    def average(self) -> Decimal | None:
        """Children looked after per full-time post filled."""
        return per_post(self.children, self.posts)

    @property
    def over_limit(self) -> int:
        """IROs above the Handbook's band."""
        return sum(row.over for row in self.by_iro)


def caseload(*, on: date) -> Caseload:
    """The caseload of the service and of each IRO on the day, in four queries.

    Unit: children per full-time equivalent post. Source of the band of 50 to 70: IRO Handbook,
    7.15; who counts and which posts are stated in DEFINITION.
    """
    looked_after = Child.objects.looked_after(on=on)
    held = (
        Allocation.objects.in_force(on=on)
        .filter(iro=OuterRef("pk"), child__in=looked_after)
        .order_by()
        .values("iro")
        .annotate(number=Count("pk"))
        .values("number")
    )
    filled = IROPost.objects.in_force(on=on)
    mine = (
        filled.filter(iro=OuterRef("pk"))
        .order_by()
        .values("iro")
        .annotate(sum=Sum("full_time_equivalent"))
        .values("sum")
    )
    iros = (
        User.objects.annotate(
            held=Coalesce(Subquery(held), 0), posts_now=Coalesce(Subquery(mine), Value(Decimal(0)))
        )
        .filter(Q(held__gt=0) | Q(posts_now__gt=0))
        .order_by("last_name", "first_name", "pk")
    )
    return Caseload(
        on=on,
        children=looked_after.count(),
        unallocated=looked_after.unallocated(on=on).count(),
        posts=filled.aggregate(sum=Sum("full_time_equivalent"))["sum"] or Decimal(0),
        by_iro=[IROCaseload(iro, iro.posts_now, iro.held) for iro in iros],
    )
