"""Children without an IRO against the five working days within which each is to have one."""

from collections.abc import Iterable
from datetime import date, timedelta

from cohort.models import Child
from iro_service.templatetags.house import counted
from reviews.deadlines import Deadlines
from statute.calendar import WorkingCalendar

# Longer than five working days can take, whatever is proclaimed: no need to count.
LONG_AGO = timedelta(days=31)


def tell_due_days(children: Iterable[Child], deadlines: Deadlines) -> None:
    """Give each child looked after without an IRO the day by which one was to be (`iro_due`)."""
    for child in children:
        if child.looked_after_since and not child.iro_name:
            child.iro_due = deadlines.of_appointment(child.looked_after_since)


def note_on_overdue(*, on: date, calendar: WorkingCalendar) -> str:
    """How many of the children without an IRO are past the five working days; else ''."""
    waiting = Child.objects.looked_after(on=on).unallocated(on=on).with_care(on=on)
    since = waiting.values_list("looked_after_since", flat=True)
    late = sum(_is_late(day, on, calendar) for day in since if day)
    return f"{counted(late, 'child,children')} past 5 working days" if late else ""


def _is_late(since: date, on: date, calendar: WorkingCalendar) -> bool:
    return on - since > LONG_AGO or calendar.add_working_days(since, 5) < on
