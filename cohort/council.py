"""The council's own choices, where the law leaves one."""

from cohort.models.council import Council, proclaimed_days
from statute.calendar import WorkingCalendar, known_calendar


def the_council() -> Council:
    """The council; raises Council.DoesNotExist before the first-run page was answered."""
    return Council.objects.get()


def working_calendar() -> WorkingCalendar:
    """The working days of England and Wales with the holidays proclaimed since."""
    return known_calendar(proclaimed_days())
