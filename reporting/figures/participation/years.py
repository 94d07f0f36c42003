"""How children took part, over three years."""

from datetime import date

from cohort.models import Council
from reporting.figures.participation.children import by_child, not_by_child
from reporting.figures.participation.codes import NOT_RECORDED, by_year_and_code
from reporting.figures.participation.rows import as_published, row_of, sums
from reporting.figures.year import RECORDS, ReportingYear
from reporting.models import PublishedYear
from statute.participation import CODES


def participation(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Participated, not participated and not recorded, kept apart, over three years.

    Unit: reviews of children aged 4 and over. Source: DEFINITIONS. A published year tells
    nothing of attendance or codes, and a year neither recorded nor published nothing at all:
    those are None.
    """
    counted = by_year_and_code(year, on)
    published = {row.year: row for row in PublishedYear.objects.filter(year__in=_names(year))}
    years, codes = [], {}
    for one in year.three():
        basis = one.basis(council.records_from)
        if basis == RECORDS:
            codes = counted.get(str(one), {})
            years.append(row_of(one, basis, **sums(codes, council.participated_codes)))
        else:
            codes = {}
            years.append(row_of(one, basis, **as_published(published.get(str(one)))))
    is_known = years[-1]["basis"] == RECORDS
    keys = [*CODES, NOT_RECORDED]
    return {
        "by_year": years,
        "by_code": {key: codes.get(key, 0) if is_known else None for key in keys},
        "participated_codes": list(council.participated_codes),
        **(by_child(year, on, council) if is_known else not_by_child()),
    }


def _names(year: ReportingYear) -> list[str]:
    return [str(one) for one in year.three()]
