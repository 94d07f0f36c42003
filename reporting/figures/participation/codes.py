"""Reviews by year and by the code of how the child took part."""

from datetime import date

from django.db.models import Case, CharField, Count, Expression, Value, When

from cohort.ages import age_on
from reporting.figures.year import ReportingYear
from reviews.models import Review

NOT_RECORDED = "not_recorded"


def by_year_and_code(year: ReportingYear, on: date) -> dict[str, dict[str, int]]:
    """Reviews by year and code; those of under-fours without PN0 belong to no code."""
    held = Review.objects.held_between(year.before(2).first, year.as_at(on))
    in_year = Case(
        *(When(held_on__range=(one.first, one.last), then=Value(str(one))) for one in year.three()),
        output_field=CharField(),
    )
    return by_time_and_code(held, in_year)


def by_time_and_code(held, time: Expression) -> dict:
    """Reviews held, by the time they fall into and by code, in one query."""
    rows = (
        held.annotate(time=time, age=age_on("child__date_of_birth", "held_on"))
        .exclude(age__lt=4, participation_code="")
        .order_by()
        .values("time", "participation_code")
        .annotate(reviews=Count("pk"))
    )
    found: dict = {}
    for row in rows:
        code = row["participation_code"] or NOT_RECORDED
        found.setdefault(row["time"], {})[code] = row["reviews"]
    return found
