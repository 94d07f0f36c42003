"""Reviews by year and by the code of how the child took part."""

from datetime import date

from django.db.models import Case, CharField, Count, Value, When

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
    rows = (
        held.annotate(in_year=in_year, age=age_on("child__date_of_birth", "held_on"))
        .exclude(age__lt=4, participation_code="")
        .order_by()
        .values("in_year", "participation_code")
        .annotate(reviews=Count("pk"))
    )
    years: dict[str, dict[str, int]] = {}
    for row in rows:
        code = row["participation_code"] or NOT_RECORDED
        years.setdefault(row["in_year"], {})[code] = row["reviews"]
    return years
