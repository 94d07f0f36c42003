"""Outcome forms handed in within 24 hours."""

from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import Coalesce, TruncDate, TruncMonth

from cohort.models import Council
from reporting.figures.by_month import by_month
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent
from reviews.models import OutcomeForm

DEFINITIONS = (
    Definition(
        measure="Outcome forms within 24 hours",
        numerator="forms handed in within 24 hours of the review",
        denominator=(
            "forms owed for reviews held in the year, and for reviews whose booked time came "
            "in the year and that nobody has yet reported on"
        ),
        day="as things stood on the day the figures were taken",
        unit="forms",
        source="The service's own rule",
    ),
)
KEYS = ("due", "within_24_hours", "late", "outstanding")


def outcome_forms(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Forms owed for the year's reviews: within 24 hours, late, or outstanding on `on`.

    Unit: forms. Source: DEFINITIONS. None for a year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {"year": str(year), **dict.fromkeys(KEYS), "percent": None, "by_month": None}
    owed = owed_between(year.first, year.as_at(on)).order_by()
    day = Coalesce("review__held_on", TruncDate("review__booked_for"))
    months = list(owed.values(month=TruncMonth(day)).annotate(**counted(on)))
    due, in_time, late = (sum(row[key] for row in months) for key in ("due", "in_time", "late"))
    return {
        "year": str(year),
        "due": due,
        "within_24_hours": in_time,
        "late": late,
        "outstanding": due - in_time - late,
        "percent": percent(in_time, due),
        "by_month": by_month(
            year, on, ((row["month"], row["due"], row["in_time"]) for row in months)
        ),
    }


def owed_between(first: date, last: date):
    """The forms owed for reviews held on these days, or booked for them and not reported on."""
    days = (first, last)
    return OutcomeForm.objects.filter(
        Q(review__held_on__range=days, review__struck_on__isnull=True)
        # Without a form nobody has said that the review was held: it must not drop out.
        | Q(
            review__held_on__isnull=True,
            review__cancelled_on__isnull=True,
            review__booked_for__date__range=days,
        )
    )


def counted(on: date) -> dict[str, Count]:
    """What is counted of forms owed, as things stood on the day."""
    handed_in = Q(submitted_at__date__lte=on)
    return {
        "due": Count("pk"),
        "in_time": Count("pk", filter=handed_in & Q(within_24_hours=True)),
        "late": Count("pk", filter=handed_in & Q(within_24_hours=False)),
    }
