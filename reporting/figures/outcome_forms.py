"""Outcome forms handed in within 24 hours."""

from datetime import date

from django.db.models import Count, Q

from cohort.models import Council
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
        return {**dict.fromkeys(KEYS), "percent": None}
    days = (year.first, year.as_at(on))
    handed_in = Q(submitted_at__date__lte=on)
    counts = OutcomeForm.objects.filter(
        Q(review__held_on__range=days, review__struck_on__isnull=True)
        # Without a form nobody has said that the review was held: it must not drop out.
        | Q(
            review__held_on__isnull=True,
            review__cancelled_on__isnull=True,
            review__booked_for__date__range=days,
        )
    ).aggregate(
        due=Count("pk"),
        in_time=Count("pk", filter=handed_in & Q(within_24_hours=True)),
        late=Count("pk", filter=handed_in & Q(within_24_hours=False)),
    )
    return {
        "due": counts["due"],
        "within_24_hours": counts["in_time"],
        "late": counts["late"],
        "outstanding": counts["due"] - counts["in_time"] - counts["late"],
        "percent": percent(counts["in_time"], counts["due"]),
    }
