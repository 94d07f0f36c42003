"""Who the children looked after on a day are."""

from datetime import date

from django.db.models import Count, Q

from cohort.codes import Ethnicity, LegalStatus, Placement
from cohort.models import PeriodOfCare
from reporting.figures import groups
from reporting.figures.cohort.codes import by_code, on_the_day
from reporting.figures.cohort.districts import SEXES, by_district
from statute.ages import BANDS


def make_up(as_at: date) -> dict:
    """The children by district, sex, age, ethnicity, legal status and placement."""
    counted = PeriodOfCare.objects.counted(on=as_at)
    rows = by_district(counted, as_at)
    ethnicity = by_code(counted, "child__ethnicity", Ethnicity.values)
    placement = by_code(on_the_day(counted, "placement", as_at), "current", Placement.values)
    unaccompanied = Q(child__unaccompanied=True) & (
        Q(child__unaccompanied_until__isnull=True) | Q(child__unaccompanied_until__gt=as_at)
    )
    special = counted.aggregate(
        disabled=Count("pk", filter=Q(child__disabled=True)),
        uasc=Count("pk", filter=unaccompanied),
    )
    return {
        "by_district": rows,
        "by_sex": {name: sum(row[name] for row in rows) for name in SEXES.values()},
        "by_age": {band: sum(row[band] for row in rows) for band in BANDS},
        "by_ethnicity": ethnicity,
        "by_ethnic_group": groups.grouped(ethnicity, groups.ETHNICITY),
        "by_legal_status": by_code(
            on_the_day(counted, "legal_status", as_at), "current", LegalStatus.values
        ),
        "by_placement": placement,
        "by_placement_group": groups.grouped(placement, groups.PLACEMENT),
        **special,
    }


def no_make_up() -> dict:
    """The same keys where the records do not reach back to the day."""
    several = ("by_district", "by_sex", "by_age", "by_ethnicity", "by_ethnic_group")
    rest = ("by_legal_status", "by_placement", "by_placement_group", "disabled", "uasc")
    return dict.fromkeys((*several, *rest))
