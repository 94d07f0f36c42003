"""Reviews held and in timescale by month, as recorded and as published."""

from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from reporting.figures.year import ReportingYear
from reporting.models import PublishedMonth
from reviews.models import Review

IN_TIME = Count("pk", filter=Q(held_in_time=True))
NOT_KNOWN = Count("pk", filter=Q(due_on__isnull=True))
Counted = tuple[int, int, int]  # reviews, those in time, those whose due day is not known


def recorded_months(year: ReportingYear, on: date) -> dict[date, Counted]:
    """Reviews held, in time, and with no due day known, by month of three years."""
    return counted_months(Review.objects.held_between(year.before(2).first, year.as_at(on)))


def counted_months(held) -> dict[date, Counted]:
    """The same of any reviews held."""
    months = held.annotate(month=TruncMonth("held_on")).values("month").order_by("month")
    counted = months.annotate(reviews=Count("pk"), in_time=IN_TIME, not_known=NOT_KNOWN)
    return {row["month"]: (row["reviews"], row["in_time"], row["not_known"]) for row in counted}


def published_months(year: ReportingYear) -> dict[date, Counted]:
    """The same as it was published before the records began."""
    return published_between(year.before(2).first, year.last)


def published_between(first: date, last: date) -> dict[date, Counted]:
    """The months published whose first days lie between two days, both included."""
    rows = PublishedMonth.objects.filter(month__range=(first, last))
    return {row.month: (row.reviews, row.in_timescale, 0) for row in rows}
