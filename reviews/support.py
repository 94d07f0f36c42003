"""The list of advocates and independent visitors: who waits, and how long."""

from dataclasses import dataclass
from datetime import date

import django_filters
from dateutil.relativedelta import relativedelta
from django.db.models import Case, F, Q, Value, When

from cohort.models import Support
from cohort.support import State, days_waited, state_of, steps_of
from iro_service.forms import FilterForm
from reviews.filters import NOBODY, iro_choices
from reviews.filters.days import DayFilter
from statute.calendar import UnknownBankHolidays, WorkingCalendar

ALL = "all"
AGES = {"0-4": ("Under 5", 0, 5), "5-10": ("5 to 10", 5, 11), "11-15": ("11 to 15", 11, 16),
        "16": ("16 and over", 16, 100)}  # fmt: skip
SORTS = {
    "child": ("child__family_name", "child__given_name"),
    "service": ("service",),
    "waited": ("waits_last", "referred_on", "offered_on"),
    "since": ("since",),
}


STOOD = {"waiting": "Waiting on the last day", "with_somebody": "With somebody on the last day"}
HAPPENED = {
    "offered": "Offered", "declined": "Declined", "referred": "Referred", "matched": "Matched",
} | STOOD  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One of them with where it stands, the working days waited, and what can be done next."""

    support: Support
    state: State
    waited: int | None
    steps: tuple[str, ...]


def row_of(support: Support, calendar: WorkingCalendar, *, on: date) -> Row:
    """How it stands on the day; days that the calendar does not know are not counted."""
    try:
        waited = days_waited(support, calendar, on=on)
    except UnknownBankHolidays:
        waited = None
    return Row(support, state_of(support), waited, steps_of(support))


class SupportFilter(django_filters.FilterSet):
    """By service, where it stands, the child's age, IRO; what goes on unless it says otherwise."""

    service = django_filters.ChoiceFilter(
        label="What for", choices=Support.Service.choices, empty_label="Either"
    )
    state = django_filters.ChoiceFilter(
        label="Where it stands",
        choices=[*State.choices, (ALL, "All, ended ones too")],
        empty_label="Under way",
        method="by_state",
    )
    age = django_filters.ChoiceFilter(
        label="The child's age",
        choices=[(key, words) for key, (words, _, _) in AGES.items()],
        empty_label="Any",
        method="by_age",
    )
    happened = django_filters.ChoiceFilter(
        label="What happened, in the days below",
        choices=list(HAPPENED.items()),
        empty_label="Anything",
        method="by_happened",
    )
    iro = django_filters.ChoiceFilter(
        label="IRO", choices=iro_choices, empty_label="Every IRO", method="by_iro"
    )

    class Meta:
        model = Support
        form = FilterForm
        fields: list[str] = []

    def __init__(self, data, *, on: date, user):
        self.on = on
        seen = Support.objects.visible_to(user, on=on).with_iro(on=on).select_related("child")
        waits = Q(referred_on__isnull=False, matched_on__isnull=True, ended_on__isnull=True)
        super().__init__(
            data,
            queryset=seen.annotate(
                waits_last=Case(When(waits, then=Value(0)), default=Value(1)),
                since=Case(When(offered_on__isnull=True, then="referred_on"), default="offered_on"),
            ),
        )
        if not user.is_manager:
            del self.filters["iro"]

    @property
    def qs(self):
        """Those found, who waits longest first."""
        found = super().qs
        if not self.data.get("state"):
            found = found.open()
        sort = self.data.get("sort", "")
        fields = SORTS.get(sort.removeprefix("-"), SORTS["waited"])
        down = sort.startswith("-")
        orders = [
            F(one).desc(nulls_last=True) if down else F(one).asc(nulls_last=True) for one in fields
        ]
        return found.order_by(*orders, "pk")

    def by_state(self, supports, name: str, value: str):
        """Those that stand so."""
        return supports if value == ALL else getattr(supports, value)()

    def by_happened(self, supports, name: str, value: str):
        """Those to which it happened, or that stood so on the last of the days."""
        if value not in STOOD:
            return supports.filter(**{f"{value}_on__isnull": False})
        last = self.form.cleaned_data.get("to") or self.on
        goes_on = supports.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=last))
        if value == "with_somebody":
            return goes_on.filter(matched_on__lte=last)
        waited = Q(matched_on__isnull=True) | Q(matched_on__gt=last)
        return goes_on.filter(waited, referred_on__lte=last)

    def by_day(self, supports, name: str, value: date):
        """From the first to the last day on which it happened."""
        happened = self.data.get("happened", "")
        if happened in STOOD:
            return supports
        field = f"{happened}_on" if happened in HAPPENED else "since"
        return supports.filter(**{f"{field}__{'gte' if name == 'from' else 'lte'}": value})

    def by_age(self, supports, name: str, value: str):
        """Those of children of the age on the day."""
        _, from_age, below = AGES[value]
        return supports.filter(
            child__date_of_birth__lte=self.on - relativedelta(years=from_age),
            child__date_of_birth__gt=self.on - relativedelta(years=below),
        )

    def by_iro(self, supports, name: str, value: str):
        """Those of children allocated to the IRO today, or to nobody."""
        if value == NOBODY:
            return supports.filter(iro_pk__isnull=True)
        return supports.filter(iro_pk=value)


SupportFilter.base_filters.update(
    {"from": DayFilter("from", "From day"), "to": DayFilter("to", "To day")},
)
