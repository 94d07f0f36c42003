"""Who the children looked after on a day are."""

from cohort.codes import Ethnicity, LegalStatus, Need, Placement, Provider, StatusBefore
from cohort.make_up import LENGTHS, Tally
from reporting.figures import groups
from reporting.figures.cohort import among
from reporting.figures.cohort.codes import by_code
from reporting.figures.cohort.districts import SEXES, by_district
from statute.ages import BANDS

KEYS = (
    *("by_district", "by_sex", "by_age", "by_ethnicity", "by_ethnic_group", "by_legal_status"),
    *("by_placement", "by_placement_group", "by_provider", "by_need", "by_status_before"),
    *("by_length", "disabled", "uasc", "short_breaks"),
    *("of_disabled", "of_uasc", "residential"),
)


def make_up(day: Tally) -> dict:
    """The children by each of KEYS.

    Unit: children looked after on the day; those in short breaks only are none of the others.
    """
    ethnicity = by_code(day.by("ethnicity"), Ethnicity.values)
    placement = by_code(day.by("placement"), Placement.values)
    sexes, ages = day.by("sex"), day.by("age")
    return {
        "by_district": by_district(day),
        "by_sex": {name: sexes.get(sex, 0) for sex, name in SEXES.items()},
        "by_age": {band: ages.get(band, 0) for band in BANDS},
        "by_ethnicity": ethnicity,
        "by_ethnic_group": groups.grouped(ethnicity, groups.ETHNICITY),
        "by_legal_status": by_code(day.by("legal_status"), LegalStatus.values),
        "by_placement": placement,
        "by_placement_group": groups.grouped(placement, groups.PLACEMENT),
        "by_provider": by_code(day.by("provider"), Provider.values),
        "by_need": by_code(day.by("need"), Need.values),
        "by_status_before": by_code(day.by("status_before"), StatusBefore.values),
        "by_length": by_code(day.by("length"), LENGTHS),
        "disabled": day.by("disabled").get(True, 0),
        "uasc": day.by("unaccompanied").get(True, 0),
        "short_breaks": day.short_breaks,
        "of_disabled": among.disabled(day),
        "of_uasc": among.unaccompanied(day),
        "residential": among.residential(day),
    }


def no_make_up() -> dict:
    """The same keys where the records do not reach back to the day."""
    return dict.fromkeys(KEYS)
