"""Decisions of reviews sent to the team manager in time."""

from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from cohort.models import Council
from reporting.figures.by_month import by_month
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent
from reviews.models import DecisionSheet

DEFINITIONS = (
    Definition(
        measure="Decisions sent in time",
        numerator="reviews whose decisions went to the team manager within 5 working days",
        denominator="reviews held in the year whose decisions are to be sent",
        day="as things stood on the day the figures were taken",
        unit="reviews",
        source="IRO Handbook; the service's own rule for the days",
    ),
)
KEYS = ("due", "in_time", "late", "outstanding", "overdue", "percent", "by_month")


def decisions(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Decisions of the year's reviews: sent in time, sent late, or outstanding on `on`.

    Unit: reviews. Source: DEFINITIONS. None for a year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {"year": str(year), **dict.fromkeys(KEYS)}
    sent = Q(sent_on__lte=on)
    not_sent = Q(sent_on__isnull=True) | Q(sent_on__gt=on)
    months = list(
        DecisionSheet.objects.filter(
            review__held_on__range=(year.first, year.as_at(on)), review__struck_on__isnull=True
        )
        .order_by()
        .values(month=TruncMonth("review__held_on"))
        .annotate(
            due=Count("pk"),
            in_time=Count("pk", filter=sent & Q(sent_in_time=True)),
            late=Count("pk", filter=sent & Q(sent_in_time=False)),
            overdue=Count("pk", filter=Q(due_on__lt=on) & not_sent),
        )
    )
    counts = {key: sum(row[key] for row in months) for key in ("due", "in_time", "late", "overdue")}
    return {
        "year": str(year),
        **counts,
        "outstanding": counts["due"] - counts["in_time"] - counts["late"],
        "percent": percent(counts["in_time"], counts["due"]),
        "by_month": by_month(
            year, on, ((row["month"], row["due"], row["in_time"]) for row in months)
        ),
    }
