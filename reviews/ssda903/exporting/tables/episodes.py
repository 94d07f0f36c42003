"""Episodes: those in force on any day of the year, as they stood on 31 March."""

from django.db.models import QuerySet

from reviews.ssda903.exporting.of_year import by_reference, episodes_of
from reviews.ssda903.exporting.tables.table import Table, as_day
from statute.reporting_year import ReportingYear


def _records(year: ReportingYear) -> QuerySet:
    in_order = episodes_of(year).order_by(by_reference("period", "child"), "started_on", "pk")
    return in_order.values_list(
        "period__child__reference",
        "started_on",
        "reason_new",
        "legal_status",
        "need",
        "placement",
        "provider",
        "ended_on",
        "reason_ended",
        "reason_place_change",
        "home_postcode",
        "placement_postcode",
        "urn",
    )


def _row(record: tuple, year: ReportingYear) -> tuple[str, ...]:
    child, began, *kind, ended, reason, place_change, home, placement, urn = record
    is_known = ended is not None and ended <= year.last  # what came after 31 March is not told
    end = (as_day(ended), reason, place_change) if is_known else ("", "", "")
    return (child, as_day(began), *kind, *end, home, placement, urn)


EPISODES = Table(
    "Episodes",
    (
        "CHILD",
        "DECOM",
        "RNE",
        "LS",
        "CIN",
        "PLACE",
        "PLACE_PROVIDER",
        "DEC",
        "REC",
        "REASON_PLACE_CHANGE",
        "HOME_POST",
        "PL_POST",
        "URN",
    ),
    _records,
    _row,
)
