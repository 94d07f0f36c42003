"""How far off a due day is, in words."""

from datetime import date

from statute.calendar import WorkingCalendar
from statute.duties.words import counted


def distance(due_on: date, on: date, calendar: WorkingCalendar, unit: str = "working days") -> str:
    """How far `due_on` is from `on`, in words: '3 working days left', 'overdue by 1 day'.

    `unit` is 'working days' or 'days' (a clock's distance_unit). Late is due_on < on, so a
    Friday's duty is overdue on Saturday although no working day has passed since. Raises
    ValueError for another unit, and UnknownBankHolidays past the known years when counting
    working days. Source: the counting rules of calendar.
    """
    match unit:
        case "working days":
            left = calendar.working_days_between(on, due_on)
        case "days":
            left = (due_on - on).days
        case _:
            raise ValueError(f"A distance is told in working days or days, not in {unit}.")
    if due_on == on:
        return "due today"
    if due_on > on:
        return f"{counted(left, unit)} left" if left else f"no {unit} left"
    return f"overdue by {counted(-left, unit) if left else 'less than 1 working day'}"
