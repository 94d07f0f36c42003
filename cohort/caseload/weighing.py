"""What a child counts for: the council's weights, and the children each IRO holds by them."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from django.db.models import (
    Case,
    Count,
    DecimalField,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)

from cohort.codes import PLACED_FOR_ADOPTION, LegalStatus, Placement
from cohort.models import CaseloadWeights, Child, Episode, Kinship

COMPLEX_MEANS = (
    "disabled, or an unaccompanied asylum-seeking child, or placed for adoption or under a "
    "placement or freeing order, or in a secure children’s home, or remanded"
)
# The weights by the mark that brings each to bear.
MARKS = {"sibling": "is_sibling", "far": "is_far", "complex": "is_complex", "review_due": "is_due"}
NUMBER = DecimalField(max_digits=12, decimal_places=4)


@dataclass(frozen=True)
class Marked:
    """How many children there are, how many have each mark, and what they count for together."""

    children: int = 0
    siblings: int = 0
    far: int = 0
    complex: int = 0
    due: int = 0  # a review to hold within four weeks, overdue ones included
    load: Decimal = Decimal(0)

    def __add__(self, other: "Marked") -> "Marked":
        names = [field.name for field in fields(self)]
        return Marked(**{name: getattr(self, name) + getattr(other, name) for name in names})


def the_weights() -> CaseloadWeights:
    """The council's weights; until somebody sets them, the usual ones."""
    return CaseloadWeights.objects.first() or CaseloadWeights()


def marks(*, on: date, weights: CaseloadWeights, due: QuerySet) -> dict:
    """What a child is weighed by on the day, as annotations of a QuerySet of children.

    `due` holds the reviews to hold within four weeks, each with its `child`. A sibling is a
    brother or sister of another child of the same IRO.
    """
    episode = Episode.objects.in_force(on=on).filter(period__child=OuterRef("pk"))
    watched = Q(legal_status__in=[LegalStatus.D1, LegalStatus.E1, LegalStatus.J1])
    watched |= Q(placement__in=[*PLACED_FOR_ADOPTION, Placement.K1])
    alone = Q(unaccompanied=True) & (
        Q(unaccompanied_until__isnull=True) | Q(unaccompanied_until__gt=on)
    )
    return {
        "is_sibling": _shares_iro("one", "other", on) | _shares_iro("other", "one", on),
        "is_far": Exists(episode.filter(miles_from_home__gte=weights.far_from_miles)),
        "is_complex": Q(disabled=True) | alone | Exists(episode.filter(watched)),
        "is_due": Exists(due.filter(child=OuterRef("pk"))),
    }


def weigh(weights: CaseloadWeights, *, but: str = ""):
    """The product of a marked child's weights but one, as an expression; 1 without any mark."""
    product: object = Value(Decimal(1), NUMBER)
    for name, mark in MARKS.items():
        if name == but:
            continue
        weight = Value(getattr(weights, name), NUMBER)
        product *= Case(When(**{mark: True}, then=weight), default=Value(Decimal(1), NUMBER))
    return ExpressionWrapper(product, NUMBER)


def weighted_by_iro(
    *, on: date, due: QuerySet, weights: CaseloadWeights | None = None
) -> dict[int | None, Marked]:
    """The children looked after on the day by their IRO's number, in one query.

    None holds those without an IRO. Unit: children, each counting for the product of its weights.
    Source: the council's own judgement (CaseloadWeights); who counts as in `caseload`.
    """
    weights = weights or the_weights()
    children = Child.objects.looked_after(on=on).order_by().annotate(
        now=FilteredRelation("allocations", condition=_in_force("allocations", on)),
        **marks(on=on, weights=weights, due=due),
    )  # fmt: skip
    rows = children.values("now__iro").annotate(
        children=Count("pk"),
        siblings=Count("pk", filter=Q(is_sibling=True)),
        far=Count("pk", filter=Q(is_far=True)),
        complex=Count("pk", filter=Q(is_complex=True)),
        due=Count("pk", filter=Q(is_due=True)),
        load=Sum(weigh(weights)),
    )
    return {row.pop("now__iro"): Marked(**row) for row in rows}


def _shares_iro(mine: str, theirs: str, on: date) -> Exists:
    ties = Kinship.objects.filter(
        _in_force(f"{mine}__allocations", on),
        _in_force(f"{theirs}__allocations", on),
        **{
            mine: OuterRef("pk"),
            "kind": Kinship.Kind.SIBLING,
            f"{theirs}__allocations__iro": F(f"{mine}__allocations__iro"),
        },
    )
    return Exists(ties)


def _in_force(path: str, on: date) -> Q:
    lasting = Q(**{f"{path}__ended_on__isnull": True}) | Q(**{f"{path}__ended_on__gt": on})
    return Q(**{f"{path}__started_on__lte": on}) & lasting
