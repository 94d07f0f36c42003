"""Header: the children of the year."""

from django.db.models import QuerySet

from reviews.ssda903.exporting.codes import sex_code
from reviews.ssda903.exporting.of_year import beyond_short_breaks, by_reference, children_of
from reviews.ssda903.exporting.tables.table import Table, as_day, as_told
from statute.reporting_year import ReportingYear


def _records(year: ReportingYear) -> QuerySet:
    children = children_of(year).annotate(is_asked=beyond_short_breaks(year))
    return children.order_by(by_reference()).values_list(
        "reference",
        "sex",
        "date_of_birth",
        "ethnicity",
        "upn",
        "is_asked",
        "is_mother",
        "mothers_child_born_on",
    )


def _row(record: tuple, year: ReportingYear) -> tuple[str, ...]:
    reference, sex, born, ethnicity, upn, is_asked, *mother = record
    # Rule 399: of short breaks alone it is not asked who is a mother.
    of_mother = _mother(*mother, year) if is_asked else ("", "")
    return (reference, sex_code(sex, year), as_day(born), ethnicity, upn, *of_mother)


def _mother(is_mother: bool | None, her_child, year: ReportingYear) -> tuple[str, str]:
    """MOTHER and MC_DOB; she whose first child was born after 31 March was none in the year."""
    if is_mother is None:
        return "", as_told(her_child, year)
    was_mother = is_mother and (her_child is None or her_child <= year.last)
    return str(int(was_mother)), as_told(her_child, year)


HEADER = Table(
    "Header",
    ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
    _records,
    _row,
)
