"""Outcome forms, decisions and records: owed, in time, late, outstanding."""

_MONTH = "by_month.{m}"
_MONTHS = (
    f"{_MONTH}.due = {_MONTH}.in_time + ?{_MONTH}.not_in_time",
    f"{_MONTH}.percent from {_MONTH}.in_time, {_MONTH}.due",
    "due = by_month.*.due",
)

OUTCOME_FORMS = (
    *_MONTHS,
    "within_24_hours = by_month.*.in_time",
    "due = within_24_hours + late + outstanding",
    "percent from within_24_hours, due",
)

DECISIONS = (
    *_MONTHS,
    "in_time = by_month.*.in_time",
    "due = in_time + late + outstanding",
    "outstanding = overdue + ?not_yet_due",
    "percent from in_time, due",
)

RECORDS = (
    *_MONTHS,
    "completed_in_time = by_month.*.in_time",
    "due = completed_in_time + completed_late + outstanding",
    "outstanding = overdue + ?not_yet_due",
    "due = distributed_in_time + distributed_late + not_distributed",
    "due = distributed_in_time + distributed_late + outstanding + ?only_completed",
    "completed_in_time_percent from completed_in_time, due",
    "distributed_in_time_percent from distributed_in_time, due",
)
