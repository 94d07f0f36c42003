"""What disputes and good practice are narrowed to alike; every choice lives in the address."""

from datetime import date

import django_filters

from cohort.models import Child, SocialWorker, Team
from disputes.codes import GROUPED_THEMES, GROUPS, Group
from iro_service.forms import FilterForm
from reviews.filters import NOBODY, iro_choices
from reviews.filters.days import DayFilter


class RaisedFilter(django_filters.FilterSet):
    """What it is about and whose it is; team, worker and IRO are those of the day it was raised."""

    ORDER = ("q", "group", "theme", "team", "worker", "iro", "raised_from", "raised_to")

    q = django_filters.CharFilter(label="Child’s name or reference", method="by_words")
    group = django_filters.ChoiceFilter(
        label="Delay or practice", choices=Group.choices, empty_label="Either", method="by_group"
    )
    theme = django_filters.ChoiceFilter(
        label="Theme", choices=GROUPED_THEMES, empty_label="Every theme"
    )
    team = django_filters.ModelChoiceFilter(
        label="Team",
        queryset=Team.objects.all(),
        empty_label="Every team",
        null_label="No team",
        null_value=NOBODY,
    )
    worker = django_filters.ModelChoiceFilter(
        label="Social worker",
        queryset=SocialWorker.objects.all(),
        empty_label="Every worker",
        null_label="No social worker",
        null_value=NOBODY,
    )
    iro = django_filters.ChoiceFilter(
        label="IRO", choices=iro_choices, empty_label="Every IRO", method="by_iro"
    )
    raised_from = DayFilter("raised_on__gte", "Raised from")
    raised_to = DayFilter("raised_on__lte", "Raised to")

    class Meta:
        fields: list[str] = []
        form = FilterForm

    def __init__(self, data, *, queryset, on: date, user):
        self.on = on
        super().__init__(data, queryset=queryset)
        # An IRO's list is of one IRO's children already.
        shown = [name for name in self.ORDER if name != "iro" or user.is_manager]
        self.filters = {name: self.filters[name] for name in shown}

    def by_words(self, found, name: str, value: str):
        """Those about children with such a name or reference."""
        return found.filter(child__in=Child.objects.matching(value).values("pk"))

    def by_group(self, found, name: str, value: str):
        """Those of the themes of delay, or of practice."""
        return found.filter(theme__in=GROUPS[Group(value)])

    def by_iro(self, found, name: str, value: str):
        """Those of children whose IRO it was, or who had none."""
        return found.filter(iro=None if value == NOBODY else value)

    def by_day(self, found, name: str, value: date):
        """From the first to the last day, both included."""
        return found.filter(**{name: value})
