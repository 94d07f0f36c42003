"""What the list of quality audits can be narrowed to; every choice lives in the address."""

from datetime import date

import django_filters

from iro_service.forms import FilterForm
from reviews.filters.days import DayFilter
from reviews.filters.iros import NOBODY, iro_choices
from reviews.models import QualityAudit

ACTIONS = {
    "overdue": "Some overdue",
    "left": "Some to be done",
    "done": "All done",
    "none": "None asked for",
}
SORTS = {
    "child": ("review__child__family_name", "review__child__given_name"),
    "audited_on": ("audited_on",),
    "iro": ("review__chair__last_name", "review__chair__first_name"),
    "left": ("actions_left", "actions_overdue"),
}
SIDES = {"first": "gte", "last": "lte"}


def chair_choices() -> list[tuple[str, str]]:
    """Every IRO there is or was: a review that was held has a chair."""
    return [one for one in iro_choices() if one[0] != NOBODY]


class AuditFilter(django_filters.FilterSet):
    """By grade, theme, actions, who chaired the review, and day of the audit."""

    grade = django_filters.ChoiceFilter(
        label="Grade", choices=QualityAudit.Grade.choices, empty_label="Any"
    )
    strong = django_filters.ChoiceFilter(
        label="Strong in",
        choices=QualityAudit.Theme.choices,
        empty_label="Anything",
        method="by_theme",
    )
    weak = django_filters.ChoiceFilter(
        label="Weak in",
        choices=QualityAudit.Theme.choices,
        empty_label="Anything",
        method="by_theme",
    )
    actions = django_filters.ChoiceFilter(
        label="Actions", choices=list(ACTIONS.items()), empty_label="Any", method="by_actions"
    )
    iro = django_filters.ChoiceFilter(
        label="Chaired by", choices=chair_choices, empty_label="Everybody", method="by_iro"
    )
    first = DayFilter("first", "Audited from")
    last = DayFilter("last", "Audited until")

    class Meta:
        model = QualityAudit
        form = FilterForm
        fields: list[str] = []

    def __init__(self, data, *, on: date, user):
        seen = QualityAudit.objects.visible_to(user).with_actions_left(on=on)
        super().__init__(data, queryset=seen.select_related("review__child", "review__chair"))
        if not user.is_manager:  # their list is of their own reviews already
            del self.filters["iro"]

    @property
    def qs(self):
        """The audits the choices leave, sorted as the address says."""
        sort = self.data.get("sort", "")
        fields = SORTS.get(sort.removeprefix("-"))
        if fields is None:
            return super().qs.order_by("-audited_on", "-pk")
        down = "-" if sort.startswith("-") else ""
        return super().qs.order_by(*(f"{down}{one}" for one in fields), "-pk")

    def by_theme(self, audits, name: str, value: str):
        """Those in which the theme was strong, or weak."""
        return audits.filter(**{f"{name}__contains": [value]})

    def by_actions(self, audits, name: str, value: str):
        """Those whose actions stand so."""
        stands = {
            "overdue": {"actions_overdue__gt": 0},
            "left": {"actions_left__gt": 0},
            "done": {"actions_asked__gt": 0, "actions_left": 0},
            "none": {"actions_asked": 0},
        }
        return audits.filter(**stands[value])

    def by_iro(self, audits, name: str, value: str):
        """Those of reviews the IRO chaired."""
        return audits.filter(review__chair=value)

    def by_day(self, audits, name: str, value):
        """Those audited from the day on, or until it."""
        return audits.filter(**{f"audited_on__{SIDES[name]}": value})
