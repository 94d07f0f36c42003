"""Who the children of a group are: those with a disability, those unaccompanied, those in homes."""

from cohort.codes import LegalStatus, Provider
from cohort.make_up import Tally
from reporting.figures import groups
from reporting.figures.cohort.codes import by_code
from reporting.figures.cohort.districts import SEXES
from reporting.percent import percent
from statute.ages import BANDS

RESIDENTIAL = "Children's home or residential care"  # of groups.PLACEMENT


def disabled(day: Tally) -> dict:
    """Disabled children by age, sex and placement.

    Unit: children looked after on the day. Source: cohort DEFINITIONS.
    """
    return _of(day, "disabled")


def unaccompanied(day: Tally) -> dict:
    """Unaccompanied asylum-seeking children by age, sex, legal status and placement.

    Unit: children looked after on the day. Source: cohort DEFINITIONS.
    """
    statuses = by_code(_crossed(day, "legal_status", "unaccompanied"), LegalStatus.values)
    return {**_of(day, "unaccompanied"), "by_legal_status": statuses}


def residential(day: Tally) -> dict:
    """Children in residential care, and those of them in homes that the council itself runs.

    Unit: children looked after on the day. Source: cohort DEFINITIONS.
    """
    codes = groups.PLACEMENT[RESIDENTIAL]
    found = day.by("placement", "provider")
    children = sum(n for (place, _), n in found.items() if place in codes)
    own = sum(n for (place, who), n in found.items() if place in codes and who == Provider.PR1)
    return {"children": children, "own": own, "percent": percent(own, children)}


def _of(day: Tally, group: str) -> dict:
    ages, sexes = _crossed(day, "age", group), _crossed(day, "sex", group)
    placements = by_code(_crossed(day, "placement", group), ())
    return {
        "by_age": {band: ages[band] for band in BANDS if ages.get(band)},
        "by_sex": {name: sexes[sex] for sex, name in SEXES.items() if sexes.get(sex)},
        "by_placement_group": groups.grouped(placements, groups.PLACEMENT),
    }


def _crossed(day: Tally, fact: str, group: str) -> dict:
    return {value: n for (value, is_one), n in day.by(fact, group).items() if is_one}
