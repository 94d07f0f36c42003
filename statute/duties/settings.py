"""How a clock may be set: a council's own number, and months counted as days."""

from datetime import date, datetime

from statute.clocks import Clock

# What some councils count instead of calendar months.
DAYS_FOR_MONTHS = {3: 91, 6: 183}


def amount_of(clock: Clock, amount: int | None) -> int:
    """How many of its unit a clock counts: the law's, or a council's own `amount`.

    Raises ValueError for a clock a council may not change, and below 1. Source: the clock's.
    """
    if amount is None:
        return clock.amount
    if not clock.councils_own:
        raise ValueError(f"The clock {clock.key} is not the council's to change.")
    if amount < 1:
        raise ValueError(f"The clock {clock.key} needs at least 1 of its {clock.unit}.")
    return amount


def check_settings(clock: Clock, base_on: date, count_months_as: str, until: date | None) -> None:
    """See that what deadline is asked fits the clock.

    Raises TypeError for a moment, and ValueError for a setting that does not fit. Source: as
    for deadline.
    """
    if isinstance(base_on, datetime):
        raise TypeError("A deadline is counted from a day, not from a moment.")
    if count_months_as not in ("months", "days"):
        raise ValueError("Months are counted as 'months' or as 'days'.")
    if (clock.unit == "half-way") != (until is not None):
        raise ValueError("Oversight, and nothing else, needs the day the next review is due.")
    if until is not None and until < base_on:
        raise ValueError("The next review is before the last one.")
