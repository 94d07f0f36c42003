"""A year of participation: its counts, recorded or published, and its shares."""

from reporting.figures.participation.codes import NOT_RECORDED
from reporting.models import PublishedYear
from reporting.percent import percent
from statute.participation import CODES

ATTENDED = tuple(code.code for code in CODES.values() if code.attended)


def sums(codes: dict[str, int], participated_codes: list[str]) -> dict:
    """The year's counts out of its reviews by code."""
    # On the 4th birthday itself PN0 passes, and says that the child counts as under 4.
    asked = {code: reviews for code, reviews in codes.items() if code != "PN0"}
    participated = sum(asked.get(code, 0) for code in participated_codes)
    not_recorded = asked.get(NOT_RECORDED, 0)
    everyone = sum(asked.values())
    return {
        "everyone": everyone,
        "participated": participated,
        "not_recorded": not_recorded,
        "attended": sum(asked.get(code, 0) for code in ATTENDED),
    }


def as_published(row: PublishedYear | None) -> dict:
    """The year's counts as they were published, where they were."""
    if row is None:
        return dict.fromkeys(("everyone", "participated", "not_recorded", "attended"))
    return {
        "everyone": row.reviews_aged_4_and_over,
        "participated": row.participated,
        "not_recorded": row.not_recorded,
        "attended": None,
    }


def row_of(year, basis, *, everyone, participated, not_recorded, attended) -> dict:
    """The year with the share of each count."""
    recorded = None if everyone is None else everyone - not_recorded
    return {
        "year": str(year),
        "reviews_aged_4_and_over": everyone,
        "participated": participated,
        "not_participated": None if recorded is None else recorded - participated,
        "not_recorded": not_recorded,
        "attended": attended,
        "participated_percent": percent(participated, everyone),
        "participated_percent_of_recorded": percent(participated, recorded),
        "not_recorded_percent": percent(not_recorded, everyone),
        "attended_percent": percent(attended, everyone),
        "attended_percent_of_recorded": percent(attended, recorded),
        "basis": basis,
    }
