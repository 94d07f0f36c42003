"""Reviews held and in timescale by month, as recorded and as published."""

from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from reporting.figures.year import ReportingYear
from reporting.models import PublishedMonth
from reviews.models import Review

IN_TIME = Count("pk", filter=Q(held_in_time=True))


def recorded_months(year: ReportingYear, on: date) -> dict[date, tuple[int, int]]:
    """Reviews held and those in time, by month of three years."""
    held = Review.objects.held_between(year.before(2).first, year.as_at(on))
    months = held.annotate(month=TruncMonth("held_on")).values("month").order_by("month")
    counted = months.annotate(reviews=Count("pk"), in_time=IN_TIME)
    return {row["month"]: (row["reviews"], row["in_time"]) for row in counted}


def published_months(year: ReportingYear) -> dict[date, tuple[int, int]]:
    """The same as it was published before the records began."""
    rows = PublishedMonth.objects.filter(month__range=(year.before(2).first, year.last))
    return {row.month: (row.reviews, row.in_timescale) for row in rows}
