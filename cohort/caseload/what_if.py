"""What children and posts would make of the caseload, and what it takes to reach the band."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from cohort.caseload.of_day import per_post
from statute import caseload as band

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Reach:
    """What would bring the average down to a number of children per full-time post."""

    to: int
    posts_more: Decimal  # full-time equivalent, to be filled; none where it is reached
    children_fewer: int


@dataclass(frozen=True)
class WhatIf:
    """A caseload that is not: so many children, so many posts."""

    children: int
    posts: Decimal

    @property
    def average(self) -> Decimal | None:
        """Children per full-time post."""
        return per_post(self.children, self.posts)

    @property
    def reaches(self) -> list[Reach]:
        """What it takes to come to the top and to the foot of the Handbook's band."""
        return [reach(to, self.children, self.posts) for to in (band.HIGHEST, band.LOWEST)]


def what_if(
    children: int, posts: Decimal, *, more_children: int = 0, more_posts: Decimal = Decimal(0)
) -> WhatIf:
    """The caseload with children and posts more, or fewer where negative; neither below nought."""
    return WhatIf(max(children + more_children, 0), max(posts + more_posts, Decimal(0)))


def reach(to: int, children: int, posts: Decimal) -> Reach:
    """How many posts more, or children fewer, make it `to` children per full-time post at most.

    Unit: full-time equivalents, rounded up to a tenth; whole children. Source of the band: IRO
    Handbook, 7.15.
    """
    lacking = (Decimal(children) / to - posts).quantize(TENTH, ROUND_CEILING)
    room = int((to * posts).to_integral_value(ROUND_FLOOR))
    return Reach(to, max(lacking, Decimal(0)), max(children - room, 0))
