"""What the list of disputes can be narrowed to; every choice lives in the address."""

from datetime import date

import django_filters
from django.db.models import Exists, F, OuterRef, Q

from accounts.models import User
from cohort.models import Child, SocialWorker, Team
from disputes.codes import GROUPED_THEMES, GROUPS, Group, Outcome
from disputes.forms.states import STATES, stage_choices
from disputes.models import AgreedAction, Dispute
from iro_service.forms import FilterForm
from reviews.filters import NOBODY, iro_choices
from reviews.filters.days import DayFilter

YES, NO = ("yes", "Yes"), ("no", "No")


def people_choices() -> list[tuple[str, str]]:
    """Nobody, and everybody a dispute was ever put to."""
    asked = User.objects.filter(disputes__isnull=False).distinct()
    return [(NOBODY, "Nobody"), *((str(one.pk), str(one)) for one in asked)]


class DisputeFilter(django_filters.FilterSet):
    """Disputes by what they are about, whose they are, where they stand and when.

    The team, worker and IRO are those of the day the concern was raised.
    """

    q = django_filters.CharFilter(label="Child’s name or reference", method="by_words")
    state = django_filters.ChoiceFilter(
        label="Show",
        choices=[(key, words) for key, (words, _) in STATES.items()],
        empty_label="Open and closed",
        method="by_state",
    )
    overdue = django_filters.ChoiceFilter(
        label="Past a day to answer or to settle",
        choices=[YES, NO],
        empty_label="Either",
        method="by_overdue",
    )
    stage = django_filters.ChoiceFilter(
        label="Stage", choices=stage_choices, empty_label="Every stage"
    )
    formal = django_filters.ChoiceFilter(
        label="Formal", choices=[YES, NO], empty_label="Either", method="by_formal"
    )
    group = django_filters.ChoiceFilter(
        label="Delay or practice",
        choices=Group.choices,
        empty_label="Either",
        method="by_group",
    )
    theme = django_filters.ChoiceFilter(
        label="Theme", choices=GROUPED_THEMES, empty_label="Every theme"
    )
    team = django_filters.ModelChoiceFilter(
        label="Team", queryset=Team.objects.all(), empty_label="Every team"
    )
    worker = django_filters.ModelChoiceFilter(
        label="Social worker", queryset=SocialWorker.objects.all(), empty_label="Every worker"
    )
    iro = django_filters.ChoiceFilter(
        label="IRO", choices=iro_choices, empty_label="Every IRO", method="by_iro"
    )
    asked = django_filters.ChoiceFilter(
        label="Who is asked",
        choices=people_choices,
        empty_label="Anybody or nobody",
        method="by_asked",
    )
    outcome = django_filters.ChoiceFilter(
        label="How it ended", choices=Outcome.choices, empty_label="Any way, or not yet"
    )
    within_20 = django_filters.ChoiceFilter(
        label="Formal, settled within 20 working days",
        choices=[YES, NO],
        empty_label="Either",
        method="by_total",
    )
    cafcass = django_filters.ChoiceFilter(
        label="Referred to Cafcass", choices=[YES, NO], empty_label="Either", method="by_cafcass"
    )
    actions = django_filters.ChoiceFilter(
        label="Agreed actions",
        choices=[("overdue", "Some overdue"), ("open", "Some to be done")],
        empty_label="Any",
        method="by_actions",
    )
    raised_from = DayFilter("raised_on__gte", "Raised from")
    raised_to = DayFilter("raised_on__lte", "Raised to")
    settled_from = DayFilter("settled_on__gte", "Settled from")
    settled_to = DayFilter("settled_on__lte", "Settled to")

    class Meta:
        model = Dispute
        fields: list[str] = []
        form = FilterForm

    def __init__(self, data, *, queryset, on: date, user):
        self.on = on
        super().__init__(data, queryset=queryset)
        if not user.is_manager:  # their list is of one IRO's children already
            del self.filters["iro"]

    def by_words(self, disputes, name: str, value: str):
        """Those about children with such a name or reference."""
        return disputes.filter(child__in=Child.objects.matching(value).values("pk"))

    def by_state(self, disputes, name: str, value: str):
        """Those in the state."""
        return STATES[value][1](disputes)

    def by_overdue(self, disputes, name: str, value: str):
        """Those unanswered past their day or past the formal stages' total, or the others."""
        overdue = Dispute.objects.overdue(on=self.on).values("pk")
        return (
            disputes.filter(pk__in=overdue) if value == "yes" else disputes.exclude(pk__in=overdue)
        )

    def by_formal(self, disputes, name: str, value: str):
        """Those that became formal, or never did."""
        return disputes.formal() if value == "yes" else disputes.informal()

    def by_group(self, disputes, name: str, value: str):
        """Those of the themes of delay, or of practice."""
        return disputes.filter(theme__in=GROUPS[Group(value)])

    def by_iro(self, disputes, name: str, value: str):
        """Those of children whose IRO it was, or who had none."""
        return disputes.filter(iro=None if value == NOBODY else value)

    def by_asked(self, disputes, name: str, value: str):
        """Those put to the person; those put to nobody only while they wait for an answer."""
        if value == NOBODY:
            return disputes.waiting().filter(asked=None)
        return disputes.filter(asked=value)

    def by_total(self, disputes, name: str, value: str):
        """Of the formal ones settled, those settled by the last day of the total, or after it."""
        in_time = Q(settled_on__lte=F("total_due_on"))
        settled = disputes.formal().settled()
        return settled.filter(in_time) if value == "yes" else settled.exclude(in_time)

    def by_cafcass(self, disputes, name: str, value: str):
        """Those referred to Cafcass, or not."""
        return disputes.filter(cafcass_on__isnull=value == "no")

    def by_actions(self, disputes, name: str, value: str):
        """Those with something agreed that is not done, or past its day."""
        actions = AgreedAction.objects.filter(dispute=OuterRef("pk"))
        left = actions.overdue(on=self.on) if value == "overdue" else actions.to_be_done()
        return disputes.filter(Exists(left))

    def by_day(self, disputes, name: str, value: date):
        """From the first to the last day, both included."""
        return disputes.filter(**{name: value})


def filtered_disputes(choices, *, user, on: date) -> DisputeFilter:
    """The person's disputes, narrowed by the choices; a number and its list both ask this."""
    seen = Dispute.objects.visible_to(user, on=on)
    return DisputeFilter(choices, queryset=seen, on=on, user=user)
