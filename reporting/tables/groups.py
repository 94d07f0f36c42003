"""The tables of groups of children, and of those in residential care."""

from cohort.codes import LegalStatus
from reporting.figures.groups import NOT_RECORDED
from reporting.percent import percent
from reporting.tables.shape import Table, column, of_whole
from reporting.written import day, number, rate
from statute.ages import BANDS

SEXES = {"male": "Male", "female": "Female", "sex_not_known": "Not known"}
STATUSES = {**dict(LegalStatus.choices), "not_recorded": NOT_RECORDED}
# The facts of a group: their heading, and the words of their keys where they are not the keys.
FACTS: dict[str, tuple[str, dict[str, str]]] = {
    "by_age": ("Age", BANDS),
    "by_sex": ("Sex", SEXES),
    "by_legal_status": ("Legal status", STATUSES),
    "by_placement_group": ("Placement", {}),
}


def disabled(cohort: dict) -> Table | None:
    """Disabled children by age, sex and placement."""
    return _among("disabled", "Disabled children", cohort)


def unaccompanied(cohort: dict) -> Table | None:
    """Unaccompanied asylum-seeking children by age, sex, legal status and placement."""
    return _among("uasc", "Unaccompanied asylum-seeking children", cohort)


def sex(cohort: dict) -> Table | None:
    """Children by sex."""
    counts = cohort["by_sex"]
    if counts is None:
        return None
    return of_whole(
        "sex",
        f"Children looked after on {day(cohort['as_at'])}, by sex",
        {words: counts[key] for key, words in SEXES.items() if counts[key] or "not" not in key},
        cohort["total"],
        what="Children",
        heading="Sex",
    )


def residential(cohort: dict) -> Table | None:
    """Children in residential care by whether the council runs their home."""
    told = cohort.get("residential")
    if not told or not told["children"]:
        return None
    return of_whole(
        "residential",
        f"Children in residential care on {day(cohort['as_at'])}, by who runs the home",
        {"The council": told["own"], "Others, or not recorded": told["children"] - told["own"]},
        told["children"],
        what="Children",
        heading="Who runs it",
    )


def _among(key: str, who: str, cohort: dict) -> Table | None:
    whole, facts = cohort[key], cohort.get(f"of_{key}")
    if not whole or not facts:
        return None
    rows = [
        [heading, words.get(code, code), number(n), rate(percent(n, whole))]
        for fact, (heading, words) in FACTS.items()
        for code, n in facts.get(fact, {}).items()
    ]
    return Table(
        f"{key}-children",
        f"{who} looked after on {day(cohort['as_at'])}",
        [
            column("What", numeric=False), column("Which", numeric=False), column("Children"),
            column("Share"),
        ],
        rows,
        ["All", "", number(whole), "100.0%"],
    )  # fmt: skip
