"""How many children came into care between two days, and how many left."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count

from cohort.codes import ReasonEnded, StatusBefore
from cohort.models import PeriodOfCare
from reporting.figures.cohort.codes import by_code


def flows(first: date, last: date) -> dict:
    """Periods of care that began and ended from the first to the last day, both included.

    Unit: periods of care, short breaks only left out. Source: DEFINITIONS.
    """
    periods = PeriodOfCare.objects.beyond_short_breaks().order_by()
    before = _counts(periods.started_between(first, last), "status_before")
    reasons = _counts(periods.ended_between(first, last), "reason_ended")
    return {
        "starts": sum(before.values()),
        "ends": sum(reasons.values()),
        "ends_by_reason": by_code(reasons, ReasonEnded.values),
        "status_before": {status: before.get(status, 0) for status in StatusBefore.values},
    }


def no_flows() -> dict:
    """The same keys where the records do not reach back to the first day."""
    unknown = dict.fromkeys(StatusBefore.values)
    return {"starts": None, "ends": None, "ends_by_reason": None, "status_before": unknown}


def _counts(periods, field: str) -> Mapping[str | None, int]:
    return dict(periods.values(field).annotate(periods=Count("pk")).values_list(field, "periods"))
