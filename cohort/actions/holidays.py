"""Bank holidays proclaimed after the calendar in use was published."""

from datetime import date

from django.db import IntegrityError, transaction

from cohort.council import working_calendar
from cohort.models import ProclaimedHoliday
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from statute.calendar import SATURDAY, UnknownBankHolidays


@transaction.atomic
def add_holiday(day: date, *, name: str, by) -> ProclaimedHoliday:
    """Keep a proclaimed bank holiday; refuses a day that offices would not have worked anyway."""
    if not by.is_manager:
        raise Refusal("Only a manager enters a bank holiday.")
    if sentence := why_not_holiday(day):
        raise Refusal(f"{sentence}.")
    try:
        with transaction.atomic():
            return ProclaimedHoliday.objects.create(day=day, name=name)
    except IntegrityError:
        raise Refusal(f"Somebody has just entered {in_words(day)}.") from None


@transaction.atomic
def remove_holiday(holiday: ProclaimedHoliday, *, by) -> None:
    """Take out a bank holiday that was entered wrongly."""
    if not by.is_manager:
        raise Refusal("Only a manager takes out a bank holiday.")
    deleted, _ = ProclaimedHoliday.objects.filter(pk=holiday.pk).delete()
    if not deleted:
        raise Refusal("Somebody has taken this bank holiday out already.")


def why_not_holiday(day: date) -> str:
    """Why the day cannot be entered as a bank holiday; else ''."""
    calendar = working_calendar()
    try:
        calendar.is_working_day(day)
    except UnknownBankHolidays as unknown:
        return str(unknown).removesuffix(".")
    if name := calendar.holidays.get(day):
        return f"{in_words(day)} is a bank holiday already: {name}"
    if day.weekday() >= SATURDAY:
        return f"{in_words(day)} is on a weekend, which never counts as a working day"
    return ""
