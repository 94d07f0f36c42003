"""What is known of each child on a day, by the name it has in an address and in the figures."""

from datetime import date

from django.db.models import BooleanField, Case, CharField, F, FilteredRelation, Q, Value, When
from django.db.models.functions import Cast, NullIf

from cohort.ages import band_on
from cohort.make_up.lengths import length_on

NOT_RECORDED = "not_recorded"
EPISODE = ("legal_status", "placement", "provider", "need")
FACTS = (
    *("age", "sex", "ethnicity", "district", *EPISODE),
    *("status_before", "disabled", "unaccompanied", "length"),
)


def with_facts(periods, *, on: date):
    """Each period with every one of FACTS as `then_...`; None is what was not recorded.

    Of its episodes the one in force on the day counts, of which there is one at most.
    """
    in_force = Q(episodes__started_on__lte=on) & (
        Q(episodes__ended_on__isnull=True) | Q(episodes__ended_on__gt=on)
    )
    current = {f"then_{name}": F(f"current__{name}") for name in EPISODE}
    return periods.alias(current=FilteredRelation("episodes", condition=in_force)).annotate(
        then_age=band_on("child__date_of_birth", on),
        then_sex=F("child__sex"),
        then_ethnicity=F("child__ethnicity"),
        then_district=Cast("district", CharField()),
        **current | {"then_provider": NullIf("current__provider", Value(""))},
        then_status_before=F("status_before"),
        then_disabled=F("child__disabled"),
        then_unaccompanied=_unaccompanied(on),
        then_length=length_on(on),
    )


def _unaccompanied(on: date) -> Case:
    ceased = Q(child__unaccompanied_until__isnull=False) & Q(child__unaccompanied_until__lte=on)
    return Case(
        When(ceased, then=Value(False)),
        default=F("child__unaccompanied"),
        output_field=BooleanField(),
    )
