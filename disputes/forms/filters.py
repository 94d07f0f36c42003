"""What the lists of disputes and of good practice can be narrowed to."""

from datetime import date

import django_filters
from django.db.models import Exists, F, OuterRef, Q

from accounts.models import User
from disputes.codes import Outcome
from disputes.forms.raised_filters import RaisedFilter
from disputes.forms.states import STATES, stage_choices
from disputes.models import AgreedAction, Dispute, GoodPractice
from reviews.filters import NOBODY
from reviews.filters.days import DayFilter

YES_NO = [("yes", "Yes"), ("no", "No")]


def people_choices() -> list[tuple[str, str]]:
    """Nobody, and everybody who is asked in a dispute."""
    asked = User.objects.filter(disputes__isnull=False).distinct()
    return [(NOBODY, "Nobody"), *((str(one.pk), str(one)) for one in asked)]


def either(label: str, method: str) -> django_filters.ChoiceFilter:
    """Yes, no, or whichever."""
    return django_filters.ChoiceFilter(
        label=label, choices=YES_NO, empty_label="Either", method=method
    )


class DisputeFilter(RaisedFilter):
    """Disputes by what they are about, whose they are, where they stand and when."""

    ORDER = (
        *("q", "state", "overdue", "stage", "formal", "asked", "group", "theme", "team", "worker"),
        *("iro", "raised_from", "raised_to", "settled_from", "settled_to", "outcome", "within_20"),
        *("cafcass", "cafcass_from", "cafcass_to", "open_on", "actions"),
    )

    state = django_filters.ChoiceFilter(
        label="Show",
        choices=[(key, words) for key, (words, _) in STATES.items()],
        empty_label="Open and closed",
        method="by_state",
    )
    overdue = either("Past a day to answer or settle", "by_overdue")
    stage = django_filters.ChoiceFilter(
        label="Stage", choices=stage_choices, empty_label="Every stage"
    )
    formal = either("Formal", "by_formal")
    asked = django_filters.ChoiceFilter(
        label="Who is asked",
        choices=people_choices,
        empty_label="Anybody or nobody",
        method="by_asked",
    )
    settled_from = DayFilter("settled_on__gte", "Settled from")
    settled_to = DayFilter("settled_on__lte", "Settled to")
    outcome = django_filters.ChoiceFilter(
        label="How it ended", choices=Outcome.choices, empty_label="Any way, or not yet"
    )
    within_20 = either("Formal, settled in 20 working days", "by_total")
    cafcass_from = DayFilter("cafcass_on__gte", "Referred to Cafcass from")
    cafcass_to = DayFilter("cafcass_on__lte", "Referred to Cafcass to")
    open_on = DayFilter("open_on", "Open on")
    cafcass = either("Referred to Cafcass", "by_cafcass")
    actions = django_filters.ChoiceFilter(
        label="Agreed actions",
        choices=[("overdue", "Some overdue"), ("open", "Some to be done")],
        empty_label="Any",
        method="by_actions",
    )

    class Meta(RaisedFilter.Meta):
        model = Dispute

    def by_state(self, disputes, name: str, value: str):
        """Those in the state."""
        return STATES[value][1](disputes)

    def by_overdue(self, disputes, name: str, value: str):
        """Those unanswered past their day or past the formal stages' total, or the others."""
        if value == "yes":
            return disputes.overdue(on=self.on)
        return disputes.exclude(pk__in=Dispute.objects.overdue(on=self.on).values("pk"))

    def by_formal(self, disputes, name: str, value: str):
        """Those that became formal, or never did."""
        return disputes.formal() if value == "yes" else disputes.informal()

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

    def by_day(self, found, name: str, value: date):
        """As every list, and those raised by a day and not closed by it."""
        if name == "open_on":
            raised = found.filter(raised_on__lte=value)
            return raised.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=value))
        return super().by_day(found, name, value)

    def by_cafcass(self, disputes, name: str, value: str):
        """Those referred to Cafcass, or not."""
        return disputes.filter(cafcass_on__isnull=value == "no")

    def by_actions(self, disputes, name: str, value: str):
        """Those with something agreed that is not done, or past its day."""
        actions = AgreedAction.objects.filter(dispute=OuterRef("pk"))
        left = actions.overdue(on=self.on) if value == "overdue" else actions.to_be_done()
        return disputes.filter(Exists(left))


class GoodPracticeFilter(RaisedFilter):
    """Good practice by what it is about, whose it is and when."""

    class Meta(RaisedFilter.Meta):
        model = GoodPractice


def filtered_disputes(choices, *, user, on: date) -> DisputeFilter:
    """The person's disputes, narrowed by the choices; a number and its list both ask this."""
    seen = Dispute.objects.visible_to(user, on=on)
    return DisputeFilter(choices, queryset=seen, on=on, user=user)


def filtered_good_practice(choices, *, user, on: date) -> GoodPracticeFilter:
    """The good practice the person may see, narrowed by the choices."""
    seen = GoodPractice.objects.visible_to(user, on=on)
    return GoodPracticeFilter(choices, queryset=seen, on=on, user=user)
