"""How children aged 4 and over took part in their reviews."""

from datetime import date

from django.db.models import Case, CharField, Count, Value, When

from cohort.models import Council
from reporting.figures.ages import age_on
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear
from reporting.models import PublishedYear
from reporting.percent import percent
from reviews.models import Review
from statute.participation import CODES

DEFINITIONS = (
    Definition(
        measure="Participated, of all reviews",
        numerator="reviews with a code the council counts as participation",
        denominator="every review of a child aged 4 or over, those with no code included",
        day="the child's age on the day the review was held",
        unit="reviews",
        source="DfE, SSDA903 return, PN codes; which of them count is the council's choice",
    ),
    Definition(
        measure="Participated, of those recorded",
        numerator="reviews with a code the council counts as participation",
        denominator="reviews of children aged 4 or over with a code",
        day="the child's age on the day the review was held",
        unit="reviews",
        source="DfE, SSDA903 return, PN codes",
    ),
    Definition(
        measure="Attended",
        numerator="reviews the child came to (PN1 to PN4)",
        denominator="every review of a child aged 4 or over, those with no code included",
        day="the child's age on the day the review was held",
        unit="reviews",
        source="DfE, SSDA903 return, PN codes",
    ),
)
ATTENDED = tuple(code.code for code in CODES.values() if code.attended)
NOT_RECORDED = "not_recorded"


def participation(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Participated, not participated and not recorded, kept apart, over three years.

    Unit: reviews of children aged 4 and over. Source: DEFINITIONS. A published year tells
    nothing of attendance or codes, and a year neither recorded nor published nothing at all:
    those are None.
    """
    counted = _counted(year, on)
    published = {row.year: row for row in PublishedYear.objects.filter(year__in=_names(year))}
    years, codes = [], {}
    for one in year.three():
        basis = one.basis(council.records_from)
        if basis == RECORDS:
            codes = counted.get(str(one), {})
            years.append(_row(one, basis, **_sums(codes, council.participated_codes)))
        else:
            codes = {}
            years.append(_row(one, basis, **_published(published.get(str(one)))))
    is_known = years[-1]["basis"] == RECORDS
    keys = [*CODES, NOT_RECORDED]
    return {
        "by_year": years,
        "by_code": {key: codes.get(key, 0) if is_known else None for key in keys},
        "participated_codes": list(council.participated_codes),
    }


def _names(year: ReportingYear) -> list[str]:
    return [str(one) for one in year.three()]


def _counted(year: ReportingYear, on: date) -> dict[str, dict[str, int]]:
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


def _sums(codes: dict[str, int], participated_codes: list[str]) -> dict:
    # On the 4th birthday itself PN0 passes, and says that the child counts as under 4.
    asked = {code: reviews for code, reviews in codes.items() if code != "PN0"}
    participated = sum(asked.get(code, 0) for code in participated_codes)
    not_recorded = asked.get(NOT_RECORDED, 0)
    everyone = sum(asked.values())
    return {
        "everyone": everyone,
        "participated": participated,
        "not_recorded": not_recorded,
        "attended": sum(asked.get(code, 0) for code in ATTENDED),
    }


def _published(row: PublishedYear | None) -> dict:
    if row is None:
        return dict.fromkeys(("everyone", "participated", "not_recorded", "attended"))
    return {
        "everyone": row.reviews_aged_4_and_over,
        "participated": row.participated,
        "not_recorded": row.not_recorded,
        "attended": None,
    }


def _row(year, basis, *, everyone, participated, not_recorded, attended) -> dict:
    recorded = None if everyone is None else everyone - not_recorded
    return {
        "year": str(year),
        "reviews_aged_4_and_over": everyone,
        "participated": participated,
        "not_participated": None if recorded is None else recorded - participated,
        "not_recorded": not_recorded,
        "attended": attended,
        "participated_percent": percent(participated, everyone),
        "participated_percent_of_recorded": percent(participated, recorded),
        "not_recorded_percent": percent(not_recorded, everyone),
        "attended_percent": percent(attended, everyone),
        "attended_percent_of_recorded": percent(attended, recorded),
        "basis": basis,
    }
