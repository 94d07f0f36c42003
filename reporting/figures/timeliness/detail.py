"""What only records can tell of timeliness."""

from datetime import date

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Max, Q

from reporting.figures.timeliness.kinds import kinds, late_reasons
from reporting.figures.year import ReportingYear
from reporting.percent import percent
from reviews.models import Review


class Median(Aggregate):
    """The middle value."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"


def detail(year: ReportingYear, on: date) -> dict:
    """What only records can tell: why late, how late, at which review, for which children."""
    held = Review.objects.held_between(year.first, year.as_at(on))
    late_by = ExpressionWrapper(F("held_on") - F("due_on"), output_field=DurationField())
    late = held.held_late().aggregate(
        median=Median(late_by, output_field=DurationField()), longest=Max(late_by)
    )
    children = (
        held.order_by()
        .values("child")
        .annotate(late=Count("pk", filter=Q(held_in_time=False)))
        .aggregate(children=Count("child"), in_time=Count("child", filter=Q(late=0)))
    )
    return {
        "late_reasons": late_reasons(held),
        "days_late": {name: _days(late[name]) for name in ("median", "longest")},
        "by_kind": kinds(held),
        "by_child": {
            "children": children["children"],
            "every_review_in_timescale": children["in_time"],
            "percent": percent(children["in_time"], children["children"]),
        },
    }


def no_detail() -> dict:
    """The same keys where there are no records to tell it."""
    return {
        "late_reasons": None,
        "days_late": {"median": None, "longest": None},
        "by_kind": None,
        "by_child": {"children": None, "every_review_in_timescale": None, "percent": None},
    }


def _days(late_by) -> float | int | None:
    if late_by is None:
        return None
    days = late_by.total_seconds() / 86400
    return int(days) if days == int(days) else days
