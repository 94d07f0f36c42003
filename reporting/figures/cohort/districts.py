"""The children by district, with the sex and age of each."""

from datetime import date

from django.db.models import Count

from cohort.codes import Sex
from cohort.models import District
from reporting.figures.ages import band_on
from statute.ages import BANDS

SEXES = {Sex.MALE: "male", Sex.FEMALE: "female", Sex.UNKNOWN: "sex_not_known"}
NO_DISTRICT = "Out of County / Not recorded / Unknown"


def by_district(counted, as_at: date) -> list[dict]:
    """A row a district in the council's order, and last one for children without a district."""
    found: dict[str | None, dict[str, int]] = {}
    counts = (
        counted.annotate(band=band_on("child__date_of_birth", as_at))
        .order_by()
        .values("district__name", "child__sex", "band")
        .annotate(children=Count("pk"))
    )
    names = [*District.objects.values_list("name", flat=True), None]
    for name in names:
        found[name] = dict.fromkeys((*SEXES.values(), *BANDS, "total"), 0)
    for row in counts:
        district = found[row["district__name"]]
        for key in (SEXES[row["child__sex"]], row["band"], "total"):
            district[key] += row["children"]
    return [{"district": name or NO_DISTRICT, **found[name]} for name in names]
