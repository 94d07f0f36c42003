"""What the list of decisions can be narrowed to; every choice lives in the address."""

from datetime import date

import django_filters

from iro_service.forms import FilterForm
from reviews.filters.iros import NOBODY, iro_choices
from reviews.models import Decision

Outcome = Decision.Outcome
# The state, its words, its question; without one: to be done.
STATES = {
    "overdue": ("Overdue", lambda decisions, on: decisions.overdue(on=on)),
    "not_done": ("Not done", lambda decisions, on: decisions.with_outcome(Outcome.NOT_DONE)),
    "partly": ("Partly done", lambda decisions, on: decisions.with_outcome(Outcome.PARTLY)),
    "done": ("Done", lambda decisions, on: decisions.with_outcome(Outcome.DONE)),
    "all": ("All, whatever became of them", lambda decisions, on: decisions.standing()),
}
SORTS = {
    "child": ("review__child__family_name", "review__child__given_name"),
    "owner": ("owner",),
    "by_when": ("by_when",),
    "iro": ("iro_name",),
}


class DecisionFilter(django_filters.FilterSet):
    """Decisions by what became of them, who was to do them, and the child's IRO."""

    state = django_filters.ChoiceFilter(
        label="Show",
        choices=[(key, words) for key, (words, _) in STATES.items()],
        empty_label="To be done",
        method="by_state",
    )
    owner = django_filters.CharFilter(label="Who was to do it", lookup_expr="icontains")
    iro = django_filters.ChoiceFilter(
        label="IRO", choices=iro_choices, empty_label="Every IRO", method="by_iro"
    )

    class Meta:
        model = Decision
        form = FilterForm
        fields: list[str] = []

    def __init__(self, data, *, queryset, on: date, user):
        self.on = on
        super().__init__(data, queryset=queryset)
        if not user.is_manager:  # their list is of one IRO's children already
            del self.filters["iro"]

    @property
    def state_words(self) -> str:
        """The words of the state that is shown."""
        return STATES.get(self.data.get("state", ""), ("To be done", None))[0]

    @property
    def qs(self):
        """The decisions the choices leave, sorted as the address says."""
        found = super().qs
        if self.data.get("state", "") not in STATES:
            found = found.to_be_done()
        sort = self.data.get("sort", "")
        fields = SORTS.get(sort.removeprefix("-"), SORTS["by_when"])
        return found.order_by(*(f"-{one}" if sort.startswith("-") else one for one in fields), "pk")

    def by_state(self, decisions, name: str, value: str):
        """Those in the state."""
        return STATES[value][1](decisions, self.on)

    def by_iro(self, decisions, name: str, value: str):
        """Those of children whose IRO today is this one, or who have none."""
        return decisions.filter(iro_pk=None if value == NOBODY else value)


def filtered_decisions(data, *, user, on: date) -> DecisionFilter:
    """The person's decisions, narrowed by the choices; a number and its list both ask this."""
    seen = Decision.objects.visible_to(user, on=on).with_iro(on=on)
    return DecisionFilter(data, queryset=seen.select_related("review__child"), on=on, user=user)
