"""The figures that tell how priorities went: as they were, and as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reporting.figures import figures
from reporting.measures import MEASURES, Measure
from reporting.models import Priority
from reporting.written import NOT_KNOWN, number
from statute.reporting_year import ReportingYear


@dataclass(frozen=True)
class Measured:
    """A measure in the year before and in the year itself, as written."""

    measure: Measure
    then: str
    now: str


def measured(
    priorities: Sequence[Priority], year: ReportingYear, *, on: date
) -> list[Measured | None]:
    """The figure of each priority that names one; the figures are counted once, or not at all.

    Unit: the measure's. Source: reporting.measures.
    """
    counted = figures(year, on=on) if any(one.figure in MEASURES for one in priorities) else {}
    return [_measured(MEASURES.get(one.figure), counted) for one in priorities]


def _measured(measure: Measure | None, counted: dict) -> Measured | None:
    if measure is None:
        return None
    then, now = (_written(value, measure.unit) for value in measure.values(counted)[1:])
    return Measured(measure, then, now)


def _written(value, unit: str) -> str:
    return NOT_KNOWN if value is None else f"{number(value)}{unit}"
