"""What a list of children can be narrowed by; it lives in the address."""

import django_filters
from django.db.models import F

from accounts.models import User
from cohort.models import CaseHolding, Child, District, Team
from iro_service import clock
from iro_service.forms import FilterForm

SORTS = {
    "name": ("family_name", "given_name"),
    "reference": ("reference",),
    "born": ("date_of_birth",),
    "since": ("looked_after_since",),
    "iro": ("iro_name",),
    "due": ("next_due_on",),
}


def iros(request):
    """The IROs a list can be narrowed to."""
    return User.objects.independent_reviewing_officers()


class ChildFilter(django_filters.FilterSet):
    """Words, whether looked after, IRO, team, district."""

    q = django_filters.CharFilter(label="Name, reference or IRO", method="by_words")
    care = django_filters.ChoiceFilter(
        label="Looked after",
        method="by_care",
        empty_label="Today",
        choices=[("all", "Now or before"), ("unallocated", "Today, without an IRO")],
    )
    iro = django_filters.ModelChoiceFilter(
        label="IRO", queryset=iros, method="by_iro", empty_label="Any"
    )
    team = django_filters.ModelChoiceFilter(
        label="Team", queryset=Team.objects.all(), method="by_team", empty_label="Any"
    )
    district = django_filters.ModelChoiceFilter(
        label="District before care",
        queryset=District.objects.all(),
        field_name="periods__district",
        distinct=True,
        empty_label="Any",
    )

    class Meta:
        model = Child
        form = FilterForm
        fields: list[str] = []

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        if self.request and self.request.user.is_iro:
            del self.filters["iro"]

    @property
    def qs(self):
        """The children found, sorted by what the address says."""
        found = super().qs
        if (self.data or {}).get("care", "") not in ("all",):
            found = found.looked_after(on=clock.today())
        sort = (self.data or {}).get("sort", "")
        if not sort and (self.data or {}).get("q", "").strip():
            return found.order_by("-likeness", *SORTS["name"], "pk")
        columns = SORTS.get(sort.lstrip("-"), SORTS["name"])
        if sort.startswith("-"):
            return found.order_by(*(F(name).desc(nulls_last=True) for name in columns), "pk")
        return found.order_by(*(F(name).asc(nulls_last=True) for name in columns), "pk")

    def by_words(self, found, name, value):
        """Like the name or the IRO's, or the start of the reference; nearest first."""
        return found.matching(value, iros_on=clock.today())

    def by_care(self, found, name, value):
        """All children, or those without an IRO."""
        return found.unallocated(on=clock.today()) if value == "unallocated" else found

    def by_iro(self, found, name, value):
        """Allocated to the IRO today."""
        return found.allocated_to(value.pk, on=clock.today())

    def by_team(self, found, name, value):
        """Held by the team today."""
        held = CaseHolding.objects.in_force(on=clock.today()).filter(team=value)
        return found.filter(pk__in=held.values("child"))
