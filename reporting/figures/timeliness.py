"""Reviews held, and held in timescale."""

from datetime import date

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Max, Q
from django.db.models.functions import TruncMonth

from cohort.models import Council
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear
from reporting.models import PublishedMonth
from reporting.percent import percent
from reviews.codes import REVIEW_RULES, LateReason
from reviews.models import Review

DEFINITIONS = (
    Definition(
        measure="Reviews in timescale",
        numerator="reviews held on or before the day they were due",
        denominator="every review held in the month or year",
        day="the day the review was held, which decides its month and year",
        unit="reviews",
        source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33",
    ),
    Definition(
        measure="Children with every review in timescale",
        numerator="children none of whose reviews in the year was held late",
        denominator="children with at least one review held in the year",
        day="the day each review was held",
        unit="children",
        source="IRO Handbook, 7.11",
    ),
    Definition(
        measure="Days late",
        numerator="calendar days from the day the review was due to the day it was held",
        denominator="reviews held late",
        day="the day the review was held",
        unit="days",
        source="IRO Handbook, 7.11",
    ),
)
IN_TIME = Count("pk", filter=Q(held_in_time=True))


class Median(Aggregate):
    """The middle value."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"


def timeliness(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Reviews held and in timescale, by month and over three years.

    Unit: reviews. Source: DEFINITIONS. Counts of months not begun by `on`, and of years
    neither recorded nor published, are None.
    """
    counts = {RECORDS: _recorded(year, on), "published": _published(year)}
    years = [_year(one, one.basis(council.records_from), counts, on) for one in year.three()]
    return {
        "by_month": years[-1]["by_month"],
        "by_year": years,
        **(_detail(year, on) if years[-1]["basis"] == RECORDS else _no_detail()),
    }


def _year(year: ReportingYear, basis: str, counts: dict, on: date) -> dict:
    months = []
    for month in year.months:
        missing = (0, 0) if basis == RECORDS and month <= on else (None, None)
        reviews, in_timescale = counts[basis].get(month, missing)
        months.append({"month": f"{month:%Y-%m}", "reviews": reviews, "in_timescale": in_timescale})
    known = [month for month in months if month["reviews"] is not None]
    # A year published in part has no total: the sum of six months would read as a bad year.
    whole = len(known) == 12 or (basis == RECORDS and known)
    reviews = sum(month["reviews"] for month in known) if whole else None
    in_timescale = sum(month["in_timescale"] for month in known) if whole else None
    return {
        "year": str(year),
        "reviews": reviews,
        "in_timescale": in_timescale,
        "percent": percent(in_timescale, reviews),
        "basis": basis,
        "by_month": months,
    }


def _recorded(year: ReportingYear, on: date) -> dict[date, tuple[int, int]]:
    held = Review.objects.held_between(year.before(2).first, year.as_at(on))
    months = held.annotate(month=TruncMonth("held_on")).values("month").order_by("month")
    counted = months.annotate(reviews=Count("pk"), in_time=IN_TIME)
    return {row["month"]: (row["reviews"], row["in_time"]) for row in counted}


def _published(year: ReportingYear) -> dict[date, tuple[int, int]]:
    rows = PublishedMonth.objects.filter(month__range=(year.before(2).first, year.last))
    return {row.month: (row.reviews, row.in_timescale) for row in rows}


def _detail(year: ReportingYear, on: date) -> dict:
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
        "late_reasons": _late_reasons(held),
        "days_late": {name: _days(late[name]) for name in ("median", "longest")},
        "by_kind": _kinds(held),
        "by_child": {
            "children": children["children"],
            "every_review_in_timescale": children["in_time"],
            "percent": percent(children["in_time"], children["children"]),
        },
    }


def _no_detail() -> dict:
    return {
        "late_reasons": None,
        "days_late": {"median": None, "longest": None},
        "by_kind": None,
        "by_child": {"children": None, "every_review_in_timescale": None, "percent": None},
    }


def _late_reasons(held) -> list[dict]:
    counted = held.held_late().order_by().values("late_reason").annotate(reviews=Count("pk"))
    rows = [
        {
            "key": row["late_reason"],
            "reason": LateReason(row["late_reason"]).label,
            "reviews": row["reviews"],
        }
        for row in counted
    ]
    return sorted(rows, key=lambda row: (-row["reviews"], row["reason"]))


def _kinds(held) -> list[dict]:
    counted = held.order_by().values("rule").annotate(reviews=Count("pk"), in_time=IN_TIME)
    found = {row["rule"]: row for row in counted}
    return [
        {
            "key": key,
            "kind": words,
            "reviews": found[key]["reviews"],
            "in_timescale": found[key]["in_time"],
            "percent": percent(found[key]["in_time"], found[key]["reviews"]),
        }
        for key, words in REVIEW_RULES
        if key in found
    ]


def _days(late_by) -> float | int | None:
    if late_by is None:
        return None
    days = late_by.total_seconds() / 86400
    return int(days) if days == int(days) else days
