"""PrevPerm: how children of the year had last left care for good, where it was found out."""

from django.db.models import QuerySet

from cohort.models import PreviousPermanence
from reviews.ssda903.exporting.of_year import by_reference, children_of
from reviews.ssda903.exporting.tables.table import Table, as_day
from statute.reporting_year import ReportingYear


def _records(year: ReportingYear) -> QuerySet:
    known = PreviousPermanence.objects.filter(child__in=children_of(year).order_by().values("pk"))
    return known.order_by(by_reference("child")).values_list(
        "child__reference", "child__date_of_birth", "option", "authority", "ordered_on"
    )


def _row(record: tuple, year: ReportingYear) -> tuple[str, ...]:
    child, born, *told = record
    return (child, as_day(born), *told)


PREV_PERM = Table("PrevPerm", ("CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"), _records, _row)
