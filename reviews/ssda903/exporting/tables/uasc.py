"""UASC: children of the year who were unaccompanied on any day of it."""

from django.db.models import Q, QuerySet

from reviews.ssda903.exporting.codes import sex_code
from reviews.ssda903.exporting.of_year import by_reference, children_of
from reviews.ssda903.exporting.tables.table import Table, as_day, as_told
from statute.reporting_year import ReportingYear


def _records(year: ReportingYear) -> QuerySet:
    still = Q(unaccompanied_until__isnull=True) | Q(unaccompanied_until__gte=year.first)
    children = children_of(year).filter(still, unaccompanied=True)
    return children.order_by(by_reference()).values_list(
        "reference", "sex", "date_of_birth", "unaccompanied_until"
    )


def _row(record: tuple, year: ReportingYear) -> tuple[str, ...]:
    child, sex, born, until = record
    return child, sex_code(sex, year), as_day(born), as_told(until, year)


UASC = Table("UASC", ("CHILD", "SEX", "DOB", "DUC"), _records, _row)
