"""The tables of who the children are: age, ethnic group, placement and status."""

from cohort.codes import LegalStatus, Provider, StatusBefore
from reporting.tables.shape import Table, of_whole
from reporting.written import day, span
from statute.ages import BANDS


def ethnicity(cohort: dict) -> Table | None:
    """Children by ethnic group."""
    return _made_up("ethnicity", "by ethnic group", "Ethnic group", "by_ethnic_group", cohort)


def placement(cohort: dict) -> Table | None:
    """Children by where they live."""
    return _made_up("placement", "by placement", "Placement", "by_placement_group", cohort)


def legal_status(cohort: dict) -> Table | None:
    """Children by legal status."""
    words = {**dict(LegalStatus.choices), "not_recorded": "Not recorded"}
    return _made_up(
        "legal-status", "by legal status", "Legal status", "by_legal_status", cohort, words
    )


def provider(cohort: dict) -> Table | None:
    """Children by who provides their placement."""
    words = {**dict(Provider.choices), "not_recorded": "Not recorded"}
    what = "by provider of the placement"
    return _made_up("provider", what, "Provider", "by_provider", cohort, words)


def age(cohort: dict) -> Table | None:
    """Children by age band."""
    return _made_up("age", "by age", "Age", "by_age", cohort, BANDS)


def _made_up(id, what, heading, key, cohort, words=None) -> Table | None:
    if not cohort.get(key):
        return None
    counts = {(words or {}).get(code, code): n for code, n in cohort[key].items()}
    caption = f"Children looked after on {day(cohort['as_at'])}, {what}"
    return of_whole(id, caption, counts, cohort["total"], what="Children", heading=heading)


def status_before(cohort: dict) -> Table | None:
    """Those who started in the year by what they were to the council before."""
    if cohort["starts"] is None:
        return None
    words = dict(StatusBefore.choices)
    counts = {words[status]: n for status, n in cohort["status_before"].items()}
    return of_whole(
        "status-before",
        f"Status before coming into care, of starts in the {span(cohort.get('year'))}",
        counts,
        cohort["starts"],
        what="Starts",
        heading="Status",
    )
