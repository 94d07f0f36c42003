"""The orders that lists of disputes and good practice are sorted in."""

from django.db.models import Case, F, When
from django.db.models.functions import Coalesce, Least

from disputes.codes import UNSETTLED, State

SORTS = {
    "child": ("child__family_name", "child__given_name"),
    "theme": ("theme",),
    "stage": ("stage",),
    "left": ("runs", "due_next_on"),
    "raised": ("raised_on",),
    "team": ("team__name",),
    "worker": ("worker__name",),
}
WAITING_DUE = Case(When(state=State.WAITING, then="stage_due_on"))


def in_order(found, sort: str, *, default: str):
    """Sorted as the address says, a missing value last either way."""
    fields = SORTS.get(sort.removeprefix("-"))
    if fields is None:
        sort, fields = default, SORTS[default.removeprefix("-")]
    down = sort.startswith("-")
    orders = [
        F(one).desc(nulls_last=True) if down else F(one).asc(nulls_last=True) for one in fields
    ]
    return found.order_by(*orders, "-raised_on", "-pk")


def with_next_day(disputes):
    """Each with the day that comes next: to answer or to settle; those whose clock runs first."""
    return disputes.annotate(
        runs=Case(When(state__in=UNSETTLED, then=0), When(state=State.ACCEPTED, then=1), default=2),
        due_next_on=Case(
            When(
                state__in=UNSETTLED,
                then=Coalesce(Least(WAITING_DUE, "total_due_on"), "stage_due_on"),
            )
        ),
    )
