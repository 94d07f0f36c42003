"""Midway checks: due, done when due, done late, not done."""

from datetime import date

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth

from reporting.figures.year import ReportingYear
from reporting.percent import percent
from reviews.models import MidwayCheck

COUNTED = ("due", "done_in_time", "done_late", "not_done")


def checks(year: ReportingYear, on: date) -> dict:
    """Midway checks of the year and of each of its months, as things stood on `on`."""
    found = counted_by_month(owed_between(year.first, year.as_at(on)), on)
    months = [_month(one, found.get(one, (0, 0, 0)) if one <= on else None) for one in year.months]
    total = {name: sum(month[name] or 0 for month in months) for name in COUNTED}
    return {**_shared(total), "by_month": months}


def owed_between(first: date, last: date):
    """The checks whose half-way day is one of these, both included, that had to be done."""
    return (
        MidwayCheck.objects.due_between(first, last)
        .filter(review__struck_on__isnull=True)
        # The review came first: there was no half-way left to look at.
        .exclude(done_on__isnull=True, review__held_on__lte=F("due_on"))
    )


def counted_by_month(owed, on: date) -> dict[date, tuple[int, int, int]]:
    """Checks owed, done in time and done late, by the month of the half-way day."""
    done = Q(done_on__lte=on)
    rows = (
        owed.annotate(month=TruncMonth("due_on"))
        .values("month")
        .order_by("month")
        .annotate(
            every=Count("pk"),
            timely=Count("pk", filter=done & Q(done_in_time=True)),
            late=Count("pk", filter=done & Q(done_in_time=False)),
        )
    )
    return {row["month"]: (row["every"], row["timely"], row["late"]) for row in rows}


def no_checks() -> dict:
    """The same keys where the records tell nothing."""
    return {**dict.fromkeys((*COUNTED, "done_in_time_percent")), "by_month": None}


def _month(month: date, counted: tuple[int, int, int] | None) -> dict:
    if counted is None:  # not begun
        return {"month": f"{month:%Y-%m}", **dict.fromkeys((*COUNTED, "done_in_time_percent"))}
    due, timely, late = counted
    counts = (due, timely, late, due - timely - late)
    return {"month": f"{month:%Y-%m}", **_shared(dict(zip(COUNTED, counts, strict=True)))}


def _shared(counts: dict) -> dict:
    return {**counts, "done_in_time_percent": percent(counts["done_in_time"], counts["due"])}
