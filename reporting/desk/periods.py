"""The periods a council may report on, and where the report of each stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from reporting.desk.states import State, state_of
from reporting.models import Edition, Making, Report
from statute.reporting_year import PARTS, RECORDS, ReportingYear


@dataclass(frozen=True)
class Period:
    """A year, half or quarter with its report."""

    year: ReportingYear
    report: Report | None
    as_at: date  # the day its figures are taken
    is_over: bool
    records_from: date
    making: int | None = None  # the number of the PDF in the making
    parts: list["Period"] = field(default_factory=list)

    @property
    def state(self) -> State:
        """Where its report stands."""
        return state_of(self.report)

    @property
    def is_of_records(self) -> bool:
        """Whether all its counts come from the service's own records."""
        return self.year.basis(self.records_from) == RECORDS

    @property
    def editions(self) -> list[Edition]:
        """Its published editions, the latest first."""
        return list(self.report.editions.all()) if self.report else []

    @property
    def begun_parts(self) -> list["Period"]:
        """Its halves and quarters that somebody reports on."""
        return [part for part in self.parts if part.report]


def periods(*, on: date, records_from: date) -> list[Period]:
    """Every year the records cover with its halves and quarters that have begun, latest first.

    Three queries for any number. Source: `Council.records_from`.
    """
    slim = Edition.objects.defer("figures", "documents")
    reports = {
        one.period: one
        for one in Report.objects.prefetch_related(Prefetch("editions", queryset=slim))
    }
    making = dict(Making.objects.in_the_making().filter(edition=None).values_list("period", "pk"))

    def period(year: ReportingYear, parts: list[Period]) -> Period:
        return Period(
            year, reports.get(str(year)), year.as_at(on), on >= year.last, records_from,
            making.get(str(year)), parts,
        )  # fmt: skip

    return [
        period(year, [period(part, []) for part in _parts(year) if part.first <= on])
        for year in _years(on, records_from)
    ]


def this_years(rows: list[Period]) -> Period:
    """The one being written: the latest year that is over, or the one that runs where none is."""
    return next((row for row in rows if row.is_over), rows[0])


def _years(on: date, records_from: date) -> Iterator[ReportingYear]:
    latest, first = ReportingYear.of(on), ReportingYear.of(records_from)
    for n in range(latest.begins_in - first.begins_in + 1):
        yield latest.before(n)


def _parts(year: ReportingYear) -> list[ReportingYear]:
    return [ReportingYear(year.begins_in, part) for part in PARTS if part]
