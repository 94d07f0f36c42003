"""The children by district, with the sex and age of each."""

from cohort.codes import Sex
from cohort.make_up import Tally
from cohort.models import District
from statute.ages import BANDS

SEXES = {Sex.MALE: "male", Sex.FEMALE: "female", Sex.UNKNOWN: "sex_not_known"}
NO_DISTRICT = "Out of County / Not recorded / Unknown"


def by_district(day: Tally) -> list[dict]:
    """A row a district in the council's order, and last one for children without a district."""
    names = {str(pk): name for pk, name in District.objects.values_list("pk", "name")}
    keys = (*SEXES.values(), *BANDS, "total")
    found: dict[str | None, dict[str, int]] = {pk: dict.fromkeys(keys, 0) for pk in [*names, None]}
    for (pk, sex), children in day.by("district", "sex").items():
        found[pk][SEXES[sex]] += children
        found[pk]["total"] += children
    for (pk, band), children in day.by("district", "age").items():
        found[pk][band] += children
    return [
        {"district": names[pk] if pk else NO_DISTRICT, **counts} for pk, counts in found.items()
    ]
