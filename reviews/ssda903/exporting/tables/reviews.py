"""Reviews: those held in the year that no rule of the return has anything against."""

from django.db.models import QuerySet

from reviews.ssda903.exporting.in_return import in_return
from reviews.ssda903.exporting.of_year import by_reference
from reviews.ssda903.exporting.tables.table import Table, as_day
from statute.reporting_year import ReportingYear


def _records(year: ReportingYear) -> QuerySet:
    in_order = in_return(year).order_by(by_reference("child"), "held_on", "pk")
    return in_order.values_list(
        "child__reference", "child__date_of_birth", "held_on", "participation_code"
    )


def _row(record: tuple, year: ReportingYear) -> tuple[str, ...]:
    child, born, held_on, code = record
    return child, as_day(born), as_day(held_on), code


REVIEWS = Table("Reviews", ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"), _records, _row)
