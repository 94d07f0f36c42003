"""Which disputes the patterns are looked for in; every choice lives in the address."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django import forms

from cohort.models import Team
from disputes.codes import GROUPED_THEMES, Group
from disputes.patterns import Window
from iro_service.forms import FilterForm
from reviews.filters import iro_choices
from reviews.filters.days import DayInput

LONGEST = 3  # years
NOT_A_DAY = {"invalid": "Enter a real day, like 2017-07-20"}
NARROWING = ("group", "theme", "team", "iro")


def day_field(label: str) -> forms.DateField:
    """A first or last day."""
    return forms.DateField(label=label, widget=DayInput(), required=False, error_messages=NOT_A_DAY)


def choice_field(label: str, empty: str, choices) -> forms.ChoiceField:
    """One of the choices, or all of them."""
    return forms.ChoiceField(label=label, choices=[("", empty), *choices], required=False)


class PatternsForm(FilterForm):
    """The days, and what narrows the disputes."""

    since = day_field("From")
    until = day_field("To")
    group = choice_field("Delay or practice", "Either", Group.choices)
    theme = choice_field("Theme", "Every theme", GROUPED_THEMES)
    team = forms.ModelChoiceField(
        label="Team", queryset=Team.objects.all(), empty_label="Every team", required=False
    )
    iro = choice_field("IRO", "Every IRO", ())

    def __init__(self, data, *, on: date):
        self.on, self.usual = on, Window.up_to(on)
        usual = {"since": self.usual.first, "until": self.usual.last}
        super().__init__({**usual, **{name: words for name, words in data.items() if words}})
        self.fields["iro"].choices = [("", "Every IRO"), *iro_choices()]

    @property
    def chosen(self) -> int:
        """How many of the fields differ from what is shown without a choice."""
        return (self.window != self.usual) + len(self.choices)

    @property
    def is_open(self) -> bool:
        """Whether the panel starts open: where something is chosen or was typed wrongly."""
        return bool(self.chosen or self.errors)

    @property
    def window(self) -> Window:
        """The days; the usual twelve months while those typed make no sense."""
        if not self.is_valid() and {"since", "until"} & set(self.errors):
            return self.usual
        return Window(self.cleaned_data["since"], self.cleaned_data["until"])

    @property
    def choices(self) -> dict[str, str]:
        """What narrows the disputes, as the list of disputes has it in its address."""
        self.is_valid()
        made = {name: self.cleaned_data.get(name) for name in NARROWING}
        return {name: str(getattr(one, "pk", one)) for name, one in made.items() if one}

    def clean(self):
        """The first day is not after the last, and the last not after today."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if until and until > self.on:
            self.add_error("until", "The last day must be today or earlier")
        elif since and until and since > until:
            self.add_error("since", "The first day must be on or before the last day")
        elif since and until and since <= until - relativedelta(years=LONGEST):
            self.add_error("since", f"The days can be at most {LONGEST} years apart")
        return cleaned
