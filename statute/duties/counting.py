"""When a duty is due: a clock, the day it counts from, and the working calendar."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from statute.calendar import WorkingCalendar
from statute.clocks import CLOCKS
from statute.duties.answers import Deadline
from statute.duties.settings import DAYS_FOR_MONTHS, amount_of, check_settings


def deadline(
    rule: str,
    base_on: date,
    calendar: WorkingCalendar,
    *,
    count_months_as: str = "months",
    amount: int | None = None,
    until: date | None = None,
) -> Deadline:
    """The last lawful day of the clock `rule`, counted from `base_on` as day zero.

    `count_months_as` is 'months' (the same day of a later month, or its last day) or 'days'
    (91 for 3 months, 183 for 6). `amount`, in the clock's unit, is a council's own number
    where the clock is not law. `until` is the day the next review is due, for 'oversight'
    only, whose half-way day is the earlier of two in the middle. Raises KeyError for an
    unknown rule; ValueError for a setting that does not fit the clock, and for a clock
    counted in hours; TypeError for a moment; UnknownBankHolidays past the known years.
    Source: each clock names its authority.
    """
    clock = CLOCKS[rule]
    n = amount_of(clock, amount)
    check_settings(clock, base_on, count_months_as, until)
    match clock.unit:
        case "working days":
            due_on = calendar.add_working_days(base_on, n)
        case "months" if count_months_as == "days":
            due_on = base_on + timedelta(days=DAYS_FOR_MONTHS[n])
        case "months":
            due_on = base_on + relativedelta(months=n)
        case "weeks":
            due_on = base_on + timedelta(weeks=n)
        case "days":
            due_on = base_on + timedelta(days=n)
        case "half-way" if until is not None:
            due_on = base_on + timedelta(days=(until - base_on).days // 2)
        case _:
            raise ValueError(f"The clock {rule} is counted in {clock.unit}, not to a day.")
    return Deadline(due_on=due_on, rule=rule, base_on=base_on)
