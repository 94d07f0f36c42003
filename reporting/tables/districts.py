"""The tables of children by the district they lived in before."""

from reporting.tables.shape import Table, column
from reporting.written import day, number
from statute.ages import BANDS


def districts_by_sex(cohort: dict) -> Table | None:
    """Children by the district they lived in before, and sex."""
    keys = {"male": "Male", "female": "Female", "sex_not_known": "Not known"}
    if cohort["by_sex"] and not cohort["by_sex"]["sex_not_known"]:
        del keys["sex_not_known"]
    return _districts("district-by-sex", "by district and sex", keys, cohort)


def districts_by_age(cohort: dict) -> Table | None:
    """Children by the district they lived in before, and age band."""
    return _districts("district-by-age", "by district and age", BANDS, cohort)


def _districts(id: str, what: str, keys: dict[str, str], cohort: dict) -> Table | None:
    rows = cohort["by_district"]
    if rows is None:
        return None
    shown = [*keys, "total"]
    whole = {**cohort["by_sex"], **cohort["by_age"], "total": cohort["total"]}
    return Table(
        id,
        f"Children looked after on {day(cohort['as_at'])}, {what}",
        [column("District", numeric=False), *map(column, [*keys.values(), "Total"])],
        [[row["district"], *(number(row[key]) for key in shown)] for row in rows],
        ["Total", *(number(whole[key]) for key in shown)],
        "The district is the one the child lived in before being looked after.",
    )
