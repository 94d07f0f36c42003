"""The office's days as reminders need them: which are quiet, and the working days round one."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from cohort.council import working_calendar
from statute.calendar import ONE_DAY, SATURDAY, UnknownBankHolidays, WorkingCalendar

OPENS, CLOSES = time(7), time(19)  # of the clock on the wall


@dataclass(frozen=True)
class OfficeDay:
    """A day, and the working days before and after it."""

    on: date
    calendar: WorkingCalendar

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is written to: a Saturday, a Sunday or a bank holiday."""
        return not self._works(self.on)

    @property
    def begins(self) -> datetime:
        """Its midnight."""
        return timezone.make_aware(datetime.combine(self.on, time.min))

    @property
    def next(self) -> date:
        """The next working day."""
        return self.ahead(1)

    @property
    def monday(self) -> date:
        """The Monday of its week, by which the week is known even where it is a bank holiday."""
        return self.on - timedelta(days=self.on.weekday())

    def ahead(self, number: int) -> date:
        """So many working days after it."""
        return self._count(number, ONE_DAY)

    def back(self, number: int) -> date:
        """So many working days before it."""
        return self._count(number, -ONE_DAY)

    def _count(self, number: int, step: timedelta) -> date:
        day = self.on
        while number:
            day += step
            number -= self._works(day)
        return day

    def _works(self, day: date) -> bool:
        # A due day may not be guessed; a reminder on a holiday nobody knows yet does no harm.
        try:
            return self.calendar.is_working_day(day)
        except UnknownBankHolidays:
            return day.weekday() < SATURDAY


def office_day(on: date) -> OfficeDay:
    """The day with the holidays that are known."""
    return OfficeDay(on, working_calendar())


def may_send(at: datetime, day: OfficeDay) -> bool:
    """Whether mail leaves at the moment of the day; a demonstration's are files and wake nobody."""
    return not day.is_quiet and (
        settings.DEMONSTRATION or OPENS <= timezone.localtime(at).time() <= CLOSES
    )


def sends_from(at: datetime, day: OfficeDay) -> datetime | None:
    """When mail leaves again; None where it does at the moment."""
    if may_send(at, day):
        return None
    early = timezone.localtime(at).time() < OPENS and not day.is_quiet
    return timezone.make_aware(datetime.combine(day.on if early else day.next, OPENS))
