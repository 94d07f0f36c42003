"""Whether children had a plan for permanence by their second review."""

from datetime import date

from django.db.models import Count, F

from cohort.models import Council
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent
from reviews.codes import Permanence
from reviews.models import Review

NOT_RECORDED = "not_recorded"
DEFINITIONS = (
    Definition(
        measure="Plan for permanence by the second review",
        numerator="second reviews at which the child had a plan for permanence",
        denominator="second reviews held in the year, those with no answer included",
        day="the day the review was held; answers as they stood when the figures were taken",
        unit="reviews",
        source="Statutory guidance to the Care Planning Regulations 2010 (from memory)",
    ),
)
PLANS = tuple(plan for plan in Permanence.values if plan != Permanence.NONE_YET)
KEYS = ("second_reviews", "with_plan", "none_yet", NOT_RECORDED, "percent", "percent_of_recorded")


def permanence(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Second reviews of the year with a plan for permanence, with none yet, and not recorded.

    Unit: reviews, one a child and period of care. Source: DEFINITIONS. None for a year before the
    records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {**dict.fromkeys(KEYS), "by_plan": dict.fromkeys(PLANS)}
    held = Review.objects.held_between(year.first, year.as_at(on)).filter(rule="second_review")
    rows = held.order_by().values(plan=F("outcome_form__permanence_plan"))
    told = dict.fromkeys((*Permanence.values, NOT_RECORDED), 0)
    for row in rows.annotate(reviews=Count("pk")):
        told[row["plan"] or NOT_RECORDED] += row["reviews"]
    everyone, with_plan = sum(told.values()), sum(told[plan] for plan in PLANS)
    return {
        "second_reviews": everyone,
        "with_plan": with_plan,
        "none_yet": told[Permanence.NONE_YET],
        NOT_RECORDED: told[NOT_RECORDED],
        "percent": percent(with_plan, everyone),
        "percent_of_recorded": percent(with_plan, everyone - told[NOT_RECORDED]),
        "by_plan": {plan: told[plan] for plan in PLANS},
    }
