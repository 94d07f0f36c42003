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
    due = (
        MidwayCheck.objects.due_between(year.first, year.as_at(on))
        .filter(review__struck_on__isnull=True)
        # The review came first: there was no half-way left to look at.
        .exclude(done_on__isnull=True, review__held_on__lte=F("due_on"))
    )
    done = Q(done_on__lte=on)
    rows = (
        due.annotate(month=TruncMonth("due_on"))
        .values("month")
        .order_by("month")
        .annotate(
            every=Count("pk"),
            timely=Count("pk", filter=done & Q(done_in_time=True)),
            late=Count("pk", filter=done & Q(done_in_time=False)),
        )
    )
    found = {row["month"]: (row["every"], row["timely"], row["late"]) for row in rows}
    months = [_month(one, found.get(one, (0, 0, 0)) if one <= on else None) for one in year.months]
    total = {name: sum(month[name] or 0 for month in months) for name in COUNTED}
    return {**_shared(total), "by_month": months}


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
