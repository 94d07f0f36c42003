"""What a list of children can be narrowed by; it lives in the address."""

from datetime import date

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.functional import cached_property

from accounts.models import User
from cohort.council import the_council
from cohort.make_up import NOT_RECORDED
from cohort.models import CaseHolding, Child, District, Team
from cohort.narrowing import NAMES, Narrowing, read
from iro_service import clock
from iro_service.forms import FilterForm
from iro_service.forms.pickers import NOT_A_DAY, DayInput

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


def districts():
    """The districts, and none."""
    named = District.objects.values_list("pk", "name")
    return [*((str(pk), name) for pk, name in named), (NOT_RECORDED, "Not recorded")]


class ChildFilterForm(FilterForm):
    """The choices in view; what else the address narrows the list to is said above it."""

    @property
    def is_open(self) -> bool:
        """Not for the day and the district alone, which are said above the list."""
        said = ("on", "district")
        return bool(self.errors) or any(
            any(self._typed(name)) for name in self.fields if name not in said
        )

    def clean_on(self):
        """Who will be looked after nobody knows yet."""
        on = self.cleaned_data["on"]
        if on and on > clock.today():
            raise ValidationError("The day must be today or earlier")
        return on


class ChildFilter(django_filters.FilterSet):
    """Words, whether looked after, IRO, team, district, day; and the narrowing of the address."""

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
    district = django_filters.ChoiceFilter(
        label="District before care", choices=districts, method="by_narrowing", empty_label="Any"
    )
    on = django_filters.DateFilter(
        label="On the day, if not today",
        widget=DayInput(),
        error_messages=NOT_A_DAY,
        method="by_narrowing",
    )

    class Meta:
        model = Child
        form = ChildFilterForm
        fields: list[str] = []

    def __init__(self, data=None, *args, narrowing: Narrowing | None = None, **kwargs):
        self.narrowing = narrowing or read(data or {}, today=clock.today())
        if self.narrowing.on and data and data.get("care") == "all":
            data = data.copy()
            data["care"] = ""  # a day was asked about: now or before is no choice any more
        super().__init__(data, *args, **kwargs)
        if self.narrowing.on:
            self.filters["care"].extra["choices"] = [("unallocated", "On that day, without an IRO")]
            self.filters["care"].extra["empty_label"] = "On that day"
        if self.request and self.request.user.is_iro:
            del self.filters["iro"]

    @property
    def day(self) -> date:
        """The day on which the children are looked at."""
        return self.narrowing.day

    @cached_property
    def unknown_day(self) -> date | None:
        """A day asked about that the records do not reach back to, if there is one."""
        if not self.narrowing:
            return None
        return self.narrowing.reaches_before(the_council().records_from)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the address says beside the choices in view, for their form to send along."""
        shown = {*self.form.fields, "sort", "page"}
        data = self.data or {}
        pairs = data.lists() if hasattr(data, "lists") else ((k, [v]) for k, v in data.items())
        return [(name, one) for name, every in pairs if name in NAMES - shown for one in every]

    @property
    def qs(self):
        """The children found, sorted by what the address says."""
        found = super().qs
        if self.unknown_day:
            found = found.none()
        elif self.narrowing:
            found = found.filter(pk__in=self.narrowing.periods().values("child"))
        elif (self.data or {}).get("care", "") not in ("all",):
            found = found.looked_after(on=self.day)
        sort = (self.data or {}).get("sort", "")
        if not sort and (self.data or {}).get("q", "").strip():
            return found.order_by("-likeness", *SORTS["name"], "pk")
        columns = SORTS.get(sort.lstrip("-"), SORTS["name"])
        if sort.startswith("-"):
            return found.order_by(*(F(name).desc(nulls_last=True) for name in columns), "pk")
        return found.order_by(*(F(name).asc(nulls_last=True) for name in columns), "pk")

    def by_words(self, found, name, value):
        """Like the name or the IRO's, or the start of the reference; nearest first."""
        return found.matching(value, iros_on=self.day)

    def by_care(self, found, name, value):
        """All children, or those without an IRO."""
        return found.unallocated(on=self.day) if value == "unallocated" else found

    def by_iro(self, found, name, value):
        """Allocated to the IRO on the day."""
        return found.allocated_to(value.pk, on=self.day)

    def by_team(self, found, name, value):
        """Held by the team on the day."""
        held = CaseHolding.objects.in_force(on=self.day).filter(team=value)
        return found.filter(pk__in=held.values("child"))

    def by_narrowing(self, found, name, value):
        """Left to the narrowing: all that is asked of a period of care must be true of one."""
        return found
