"""How parents and carers took part in reviews."""

from datetime import date

from django.db.models import Count, F

from cohort.models import Council
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent
from reviews.codes import TookPart
from reviews.models import Review

NOT_RECORDED = "not_recorded"
DEFINITIONS = tuple(
    Definition(
        measure=f"{whose} took part",
        numerator=f"reviews to which {who} came, or for which they gave their views",
        denominator=(
            "reviews held in the year, those with no answer included, less those "
            "at which asking them would not have been right for the child"
        ),
        day="the day the review was held; answers as they stood when the figures were taken",
        unit="reviews",
        source="The service's own outcome form; the Handbook asks for it in the annual report",
    )
    for whose, who in (("Parents", "a parent"), ("Carers", "a carer"))
)
OF = {"parents": "outcome_form__parents_took_part", "carers": "outcome_form__carers_took_part"}


def parents_participation(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Reviews of the year by how parents, and carers, took part; not recorded kept apart.

    Unit: reviews. Source: DEFINITIONS. None for a year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {"reviews": None, **{whose: _unknown() for whose in OF}}
    held = Review.objects.held_between(year.first, year.as_at(on)).order_by()
    told = {whose: _told(held, field) for whose, field in OF.items()}
    return {"reviews": sum(told["parents"].values()), **{k: _row(v) for k, v in told.items()}}


def _told(held, field: str) -> dict[str, int]:
    rows = held.values(answer=F(field)).annotate(reviews=Count("pk"))
    told = dict.fromkeys((*TookPart.values, NOT_RECORDED), 0)
    for row in rows:  # no form, and no answer on it, are both not recorded
        told[row["answer"] or NOT_RECORDED] += row["reviews"]
    return told


def _row(told: dict[str, int]) -> dict:
    took_part = told[TookPart.CAME] + told[TookPart.VIEWS]
    asked = sum(told.values()) - told[TookPart.NOT_APPROPRIATE]
    return {
        **{str(answer): number for answer, number in told.items()},
        "took_part": took_part,
        "percent": percent(took_part, asked),
        "percent_of_recorded": percent(took_part, asked - told[NOT_RECORDED]),
    }


def _unknown() -> dict:
    keys = (*TookPart.values, NOT_RECORDED, "took_part", "percent", "percent_of_recorded")
    return dict.fromkeys(keys)
