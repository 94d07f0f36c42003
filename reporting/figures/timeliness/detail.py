"""What only records can tell of timeliness."""

from datetime import date

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Max, Q

from reporting.figures.timeliness.adjourned import adjourned, not_adjourned
from reporting.figures.timeliness.kinds import kinds, late_reasons
from reporting.figures.timeliness.months import NOT_KNOWN
from reporting.figures.year import ReportingYear
from reporting.percent import percent
from reviews.models import Review

BY_CHILD = ("children", "every_review_in_timescale", "due_day_not_known", "percent")


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
        .annotate(late=Count("pk", filter=Q(held_in_time=False)), without_day=NOT_KNOWN)
        .aggregate(
            children=Count("child"),
            in_time=Count("child", filter=Q(late=0, without_day=0)),
            not_known=Count("child", filter=Q(late=0, without_day__gt=0)),
        )
    )
    return {
        "late_reasons": late_reasons(held),
        "days_late": {name: _days(late[name]) for name in ("median", "longest")},
        "by_kind": kinds(held),
        "adjourned": adjourned(year.first, year.as_at(on), on=on),
        "by_child": {
            "children": children["children"],
            "every_review_in_timescale": children["in_time"],
            "due_day_not_known": children["not_known"],
            "percent": percent(children["in_time"], children["children"] - children["not_known"]),
        },
    }


def no_detail() -> dict:
    """The same keys where there are no records to tell it."""
    return {
        "late_reasons": None,
        "days_late": {"median": None, "longest": None},
        "by_kind": None,
        "adjourned": not_adjourned(),
        "by_child": dict.fromkeys(BY_CHILD),
    }


def _days(late_by) -> float | int | None:
    if late_by is None:
        return None
    days = late_by.total_seconds() / 86400
    return int(days) if days == int(days) else days
