"""What the list of reviews can be narrowed to; every choice lives in the address."""

from datetime import date, datetime, time, timedelta

import django_filters
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cohort.models import CaseHolding, District, Team
from iro_service.forms import FilterForm
from reviews.filters.days import DayFilter
from reviews.filters.iros import NOBODY, iro_choices
from reviews.filters.states import HELD_OR_BOOKED, STATES, State
from reviews.filters.written import WrittenFilter
from reviews.models import Review

FIRST = ("state", "iro", "team", "district", "from", "to")


class ReviewFilter(WrittenFilter):
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
        # What people ask for most comes first.
        self.filters = {name: self.filters[name] for name in FIRST} | self.filters
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
        if field == HELD_OR_BOOKED:
            return reviews.filter(_held_or_booked(name, value))
        if not field.endswith("_at"):
            return reviews.filter(**{f"{field}__{'gte' if name == 'from' else 'lte'}": value})
        # The moments of the day, not the day of each moment, of which there is no index.
        if name == "from":
            return reviews.filter(**{f"{field}__gte": _midnight(value)})
        return reviews.filter(**{f"{field}__lt": _midnight(value + timedelta(days=1))})


def _held_or_booked(name: str, day: date) -> Q:
    """Held from or up to the day, or booked so and not reported on: each side has its index."""
    held = {"held_on__gte": day} if name == "from" else {"held_on__lte": day}
    after = _midnight(day + timedelta(days=1))
    booked = {"booked_for__gte": _midnight(day)} if name == "from" else {"booked_for__lt": after}
    return Q(**held, struck_on__isnull=True) | Q(
        **booked, held_on__isnull=True, cancelled_on__isnull=True
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


# "from" is Python's own word, so the two days are declared by name.
ReviewFilter.base_filters.update(
    {"from": DayFilter("from", "From day"), "to": DayFilter("to", "To day")},
)


def filtered_reviews(data, *, user, on: date, at: datetime) -> ReviewFilter:
    """The person's reviews, narrowed by the choices; a number and its list both ask this."""
    reviews = Review.objects.visible_to(user, on=on).with_iro(on=on).with_day().with_owed()
    return ReviewFilter(data, queryset=reviews.select_related("child"), on=on, at=at, user=user)
