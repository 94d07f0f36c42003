"""Which children had a footprint of their IRO, and when the last one was."""

from dataclasses import dataclass
from datetime import date, timedelta

import django_filters
from dateutil.relativedelta import relativedelta
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Greatest

from cohort.models import Child, PeriodOfCare
from iro_service.forms import FilterForm
from reviews.filters import NOBODY, iro_choices
from reviews.models import Footprint, MidwayCheck, Review

# This service's own measure, not law: a review every six months with a check half-way leaves
# three months between two looks, so a longer gap means that one of them was missed.
TOO_LONG = relativedelta(months=3)
SORTS = {
    "child": ("family_name", "given_name"),
    "last": ("last_on",),
    "due": ("next_due_on",),
    "iro": ("iro_name",),
}


def since(on: date) -> date:
    """The day from which on a child must have had a footprint."""
    return on - TOO_LONG


def with_last_footprint(children, *, on: date):
    """Each child with `last_on`, and with the days it is the latest of; the same one query.

    `logged_on`, `checked_on` and `reviewed_on` are footprints; `came_on`, the day the child
    became looked after, stands in where there is none yet.
    """
    child = OuterRef("pk")
    logged = Footprint.objects.filter(child=child, on__lte=on).order_by("-on")
    checked = MidwayCheck.objects.filter(review__child=child, done_on__lte=on).order_by("-done_on")
    reviewed = Review.objects.held().filter(child=child, held_on__lte=on).order_by("-held_on")
    period = PeriodOfCare.objects.in_force(on=on).filter(child=child)
    return children.annotate(
        logged_on=Subquery(logged.values("on")[:1]),
        logged_kind=Subquery(logged.values("kind")[:1]),
        checked_on=Subquery(checked.values("done_on")[:1]),
        reviewed_on=Subquery(reviewed.values("held_on")[:1]),
        came_on=Subquery(period.values("started_on")[:1]),
        # PostgreSQL leaves out what is missing.
        last_on=Greatest("logged_on", "checked_on", "reviewed_on", "came_on"),
    )


def without_footprint(user, *, on: date):
    """The person's children looked after on the day whose last footprint is too long ago."""
    seen = Child.objects.visible_to(user, on=on).looked_after(on=on)
    return with_last_footprint(seen, on=on).filter(last_on__lt=since(on))


@dataclass(frozen=True)
class Row:
    """A child with the last footprint in words and the days since."""

    child: Child
    what: str
    days: int


def row_of(child, *, on: date) -> Row:
    """The row of a child who comes with_last_footprint."""
    if child.last_on == child.logged_on:
        what = Footprint.Kind(child.logged_kind).label
    elif child.last_on == child.checked_on:
        what = "Midway check"
    elif child.last_on == child.reviewed_on:
        what = "Review held"
    else:
        what = "None yet: became looked after"
    return Row(child, what, (on - child.last_on) // timedelta(days=1))


class OversightFilter(django_filters.FilterSet):
    """Children by IRO; those without a footprint for too long, or all."""

    show = django_filters.ChoiceFilter(
        label="Show",
        choices=[("all", "Every child looked after")],
        empty_label="Without a footprint for too long",
        method="by_show",
    )
    iro = django_filters.ChoiceFilter(
        label="IRO", choices=iro_choices, empty_label="Every IRO", method="by_iro"
    )

    class Meta:
        model = Child
        form = FilterForm
        fields: list[str] = []

    def __init__(self, data, *, on: date, user):
        self.on = on
        seen = Child.objects.visible_to(user, on=on).looked_after(on=on).with_iro(on=on)
        planned = Review.objects.planned().filter(child=OuterRef("pk"))
        seen = with_last_footprint(seen, on=on)
        super().__init__(
            data, queryset=seen.annotate(next_due_on=Subquery(planned.values("due_on")[:1]))
        )
        if not user.is_manager:  # their list is of one IRO's children already
            del self.filters["iro"]

    @property
    def everybody(self) -> bool:
        """Whether every child is shown."""
        return self.data.get("show", "") == "all"

    @property
    def qs(self):
        """The children found, the longest without a footprint first."""
        found = super().qs
        if not self.everybody:
            found = found.filter(last_on__lt=since(self.on))
        sort = self.data.get("sort", "")
        fields = SORTS.get(sort.removeprefix("-"), SORTS["last"])
        down = sort.startswith("-")
        orders = [
            F(one).desc(nulls_last=True) if down else F(one).asc(nulls_last=True) for one in fields
        ]
        return found.order_by(*orders, "pk")

    def by_show(self, children, name: str, value: str):
        """Done in qs, where the children left out are those asked for nothing."""
        return children

    def by_iro(self, children, name: str, value: str):
        """Allocated to the IRO today, or to nobody."""
        if value == NOBODY:
            return children.unallocated(on=self.on)
        return children.allocated_to(value, on=self.on)
