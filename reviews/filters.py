"""What the list of reviews can be narrowed to; every choice lives in the address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import django_filters
from django import forms
from django.db.models import Exists, OuterRef

from accounts.models import Role, User
from cohort.models import CaseHolding, District, Team
from iro_service.forms import FilterForm
from reviews.models import OutcomeForm, Record, Review

FOUR_WEEKS = timedelta(weeks=4)
NOBODY = "nobody"


@dataclass(frozen=True)
class State:
    """A state of a review: its words, its question, and the field that says on which day."""

    words: str
    narrow: Callable  # (reviews, on, at) -> reviews
    day: str = "held_on"


def _due_soon(reviews, on: date, at: datetime):
    return reviews.planned().filter(due_on__gte=on, due_on__lte=on + FOUR_WEEKS)


def _form(question: Callable) -> Callable:
    return lambda reviews, on, at: reviews.filter(
        outcome_form__in=question(OutcomeForm.objects.all(), at)
    )


def _record(question: Callable) -> Callable:
    return lambda reviews, on, at: reviews.filter(record__in=question(Record.objects.all(), on))


STATES = {
    "due": State("Due in the next four weeks", _due_soon, "due_on"),
    "overdue": State("Overdue", lambda reviews, on, at: reviews.overdue(on=on), "due_on"),
    "not_booked": State("Not booked", lambda reviews, on, at: reviews.not_booked(), "due_on"),
    "planned": State("Planned, all", lambda reviews, on, at: reviews.planned(), "due_on"),
    "held": State("Held", lambda reviews, on, at: reviews.held()),
    "held_in_time": State("Held in time", lambda reviews, on, at: reviews.held_timely()),
    "held_late": State("Held late", lambda reviews, on, at: reviews.held_late()),
    "not_recorded": State(
        "Held, participation not recorded", lambda reviews, on, at: reviews.not_recorded()
    ),
    "no_permanence_plan": State(
        "No plan for permanence by the second review",
        _form(lambda forms, at: forms.without_permanence_plan()),
    ),
    "form_owed": State(
        "Outcome form owed", _form(lambda forms, at: forms.owed(at=at)), "outcome_form__due_at"
    ),
    "form_expected": State(
        "Outcome form handed in or past its 24 hours",
        _form(lambda forms, at: forms.expected(at=at)),
        "outcome_form__due_at",
    ),
    "form_in_time": State(
        "Outcome form within 24 hours",
        _form(lambda forms, at: forms.timely()),
        "outcome_form__due_at",
    ),
    "record_outstanding": State(
        "Record outstanding", _record(lambda records, on: records.outstanding()), "record__due_on"
    ),
    "record_overdue": State(
        "Record overdue", _record(lambda records, on: records.overdue(on=on)), "record__due_on"
    ),
    "report_missing": State(
        "Social worker’s report not received",
        lambda reviews, on, at: reviews.planned().filter(
            report_due_on__lt=on, report_received_on__isnull=True
        ),
        "report_due_on",
    ),
    "cancelled": State("Cancelled", lambda reviews, on, at: reviews.cancelled(), "cancelled_on"),
    "struck": State("Recorded in error", lambda reviews, on, at: reviews.struck(), "struck_on"),
}


def iro_choices() -> list[tuple[str, str]]:
    """Every IRO there is or was, and nobody."""
    iros = User.objects.filter(role=Role.IRO)
    return [*((str(iro.pk), str(iro)) for iro in iros), (NOBODY, "No IRO")]


class DayInput(forms.DateInput):
    """The browser's own day picker; a filter's day has no need of three boxes."""

    input_type = "date"

    def __init__(self):
        super().__init__(attrs={"class": "govuk-input govuk-input--width-10"})

    def format_value(self, value):
        """The day as the browser's picker wants it."""
        return value.isoformat() if isinstance(value, date) else value


class DayFilter(django_filters.DateFilter):
    """A first or last day of the list."""

    def __init__(self, name: str, label: str):
        errors = {"invalid": "Enter a real day, like 2017-07-20"}
        super().__init__(
            name, label=label, widget=DayInput(), error_messages=errors, method="by_day"
        )


class ReviewFilter(django_filters.FilterSet):
    """Reviews by state, IRO, team, district and day.

    The days are those of the state chosen: the day held, due, or handed in by. The reviews come
    with_iro and with_day.
    """

    state = django_filters.ChoiceFilter(
        label="Show",
        choices=[(key, state.words) for key, state in STATES.items()],
        empty_label="All planned and held",
        method="by_state",
    )
    iro = django_filters.ChoiceFilter(
        label="IRO", choices=iro_choices, empty_label="Every IRO", method="by_iro"
    )
    team = django_filters.ModelChoiceFilter(
        label="Team", queryset=Team.objects.all(), empty_label="Every team", method="by_team"
    )
    district = django_filters.ModelChoiceFilter(
        label="District",
        queryset=District.objects.all(),
        empty_label="Every district",
        field_name="period__district",
    )

    class Meta:
        model = Review
        fields: list[str] = []
        form = FilterForm

    def __init__(self, data, *, queryset, on: date, at: datetime, user):
        self.on, self.at = on, at
        super().__init__(data, queryset=queryset)
        if not user.is_manager:  # their list is of one IRO's children already
            del self.filters["iro"]

    @property
    def chosen_state(self) -> State | None:
        """The state chosen."""
        return STATES.get(self.data.get("state", ""))

    @property
    def qs(self):
        """The reviews the choices leave; cancelled ones and those in error only where asked for."""
        reviews = super().qs
        if self.chosen_state:
            return reviews
        return reviews.filter(cancelled_on__isnull=True, struck_on__isnull=True)

    def by_state(self, reviews, name: str, value: str):
        """Those in the state."""
        return STATES[value].narrow(reviews, self.on, self.at)

    def by_iro(self, reviews, name: str, value: str):
        """Those of children whose IRO today is this one, or who have none."""
        return reviews.filter(iro_pk=None if value == NOBODY else value)

    def by_team(self, reviews, name: str, value: Team):
        """Those of children whose case the team holds today."""
        held = CaseHolding.objects.in_force(on=self.on).filter(team=value)
        return reviews.filter(Exists(held.filter(child=OuterRef("child"))))

    def by_day(self, reviews, name: str, value: date):
        """From the first to the last day, both included."""
        field = self.chosen_state.day if self.chosen_state else "day_on"
        part = "__date" if field.endswith("_at") else ""
        lookup = "gte" if name == "from" else "lte"
        return reviews.filter(**{f"{field}{part}__{lookup}": value})


# "from" is Python's own word, so the two days are declared by name.
ReviewFilter.base_filters.update(
    {"from": DayFilter("from", "From day"), "to": DayFilter("to", "To day")},
)


def filtered_reviews(data, *, user, on: date, at: datetime) -> ReviewFilter:
    """The person's reviews, narrowed by the choices; a number and its list both ask this."""
    reviews = Review.objects.visible_to(user, on=on).with_iro(on=on).with_day().with_owed()
    return ReviewFilter(data, queryset=reviews.select_related("child"), on=on, at=at, user=user)
