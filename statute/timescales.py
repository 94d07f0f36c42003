"""When a duty is due, and why: a clock, the day it counts from, and the working calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from statute.calendar import ONE_DAY, WorkingCalendar
from statute.clocks import CLOCKS, Clock

LONDON = ZoneInfo("Europe/London")
# What some councils count instead of calendar months.
DAYS_FOR_MONTHS = {3: 91, 6: 183}


@dataclass(frozen=True)
class Deadline:
    """The last lawful day of a duty, with the clock (its key) and the day that gave it."""

    due_on: date
    rule: str
    base_on: date


@dataclass(frozen=True)
class Explanation:
    """Why a duty is due on its day, in words, with the bank holidays the count left out."""

    sentence: str
    authority: str
    base_on: date
    due_on: date
    left_out: tuple[tuple[date, str], ...]


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
    n = _amount(clock, amount)
    _check_settings(clock, base_on, count_months_as, until)
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


def outcome_form_due_at(held_at: datetime) -> datetime:
    """The last moment for the outcome form: 24 real hours after the review, as an aware time.

    Twenty-four hours on the clock on the wall are 23 or 25 real ones when summer time begins
    or ends. Raises ValueError for a time without a time zone. Source: the service's own rule.
    """
    if held_at.utcoffset() is None:
        raise ValueError("The time the review was held needs its time zone.")
    due_at = held_at.astimezone(UTC) + timedelta(hours=CLOCKS["outcome_form"].amount)
    return due_at.astimezone(held_at.tzinfo)


def explain_outcome_form(held_at: datetime) -> Explanation:
    """The same limit in words, told in the time of London.

    Raises ValueError for a time without a time zone. Source: the service's own rule.
    """
    due_at = outcome_form_due_at(held_at).astimezone(LONDON)
    held_at = held_at.astimezone(LONDON)
    clock = CLOCKS["outcome_form"]
    return Explanation(
        sentence=f"{clock.amount} hours after {held_at:%H:%M} on {_in_words(held_at)}",
        authority=clock.authority,
        base_on=held_at.date(),
        due_on=due_at.date(),
        left_out=(),
    )


def explain(
    rule: str,
    base_on: date,
    calendar: WorkingCalendar,
    *,
    count_months_as: str = "months",
    amount: int | None = None,
    until: date | None = None,
) -> Explanation:
    """Why the clock `rule` falls on its day, in one sentence without its full stop.

    Takes what deadline takes, and raises what it raises. Source: as for deadline.
    """
    clock = CLOCKS[rule]
    due_on = deadline(
        rule, base_on, calendar, count_months_as=count_months_as, amount=amount, until=until
    ).due_on
    left_out: tuple[tuple[date, str], ...] = ()
    if clock.unit == "working days":
        # Counting back, the event is not counted; the due day is a working day and never named.
        after, last = (base_on, due_on) if due_on >= base_on else (due_on, base_on - ONE_DAY)
        left_out = calendar.left_out(after, last)
    if until is not None:
        sentence = f"half-way between {_in_words(base_on)} and {_in_words(until)}"
    else:
        n = _amount(clock, amount)
        length = _counted(abs(n), clock.unit)
        if clock.unit == "months" and count_months_as == "days":
            length = f"{DAYS_FOR_MONTHS[n]} days ({length})"
        sentence = f"{length} {'after' if n > 0 else 'before'} {_in_words(base_on)}"
    if left_out:
        sentence += f", leaving out {_days_in_words([day for day, _ in left_out])}"
    return Explanation(sentence, clock.authority, base_on, due_on, left_out)


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
        return f"{_counted(left, unit)} left" if left else f"no {unit} left"
    return f"overdue by {_counted(-left, unit) if left else 'less than 1 working day'}"


def _amount(clock: Clock, amount: int | None) -> int:
    if amount is None:
        return clock.amount
    if not clock.councils_own:
        raise ValueError(f"The clock {clock.key} is not the council's to change.")
    if amount < 1:
        raise ValueError(f"The clock {clock.key} needs at least 1 of its {clock.unit}.")
    return amount


def _check_settings(clock: Clock, base_on: date, count_months_as: str, until: date | None) -> None:
    if isinstance(base_on, datetime):
        raise TypeError("A deadline is counted from a day, not from a moment.")
    if count_months_as not in ("months", "days"):
        raise ValueError("Months are counted as 'months' or as 'days'.")
    if (clock.unit == "half-way") != (until is not None):
        raise ValueError("Oversight, and nothing else, needs the day the next review is due.")
    if until is not None and until < base_on:
        raise ValueError("The next review is before the last one.")


def _counted(n: int, unit: str) -> str:
    return f"{n} {unit.removesuffix('s') if n == 1 else unit}"


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _days_in_words(days: Sequence[date]) -> str:
    """'26 and 27 December and 2 January': each month named once, in order."""
    months = [
        f"{_listed([str(day.day) for day in in_month])} {month}"
        for month, in_month in groupby(days, key=lambda day: f"{day:%B}")
    ]
    return _listed(months)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
