"""A due day as a page shows it, and how far away it is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Shown:
    """What components/deadline.html needs of a due day."""

    due_on: date
    state: str  # "overdue", "today" or "due"
    distance: str = ""
    rule: str = ""
    sentence: str = ""
    authority: str = ""


def hours_left(due_at: datetime, at: datetime) -> str:
    """How far a moment is: '6 hours left', 'overdue by 2 days'; whole units, the rest dropped."""
    away = abs(due_at - at)
    number, unit = away // HOUR, "hour"
    if away < HOUR:
        number, unit = away // timedelta(minutes=1), "minute"
    elif away >= 72 * HOUR:
        number, unit = away.days, "day"
    words = f"{number} {unit}{'' if number == 1 else 's'}"
    return f"overdue by {words}" if due_at < at else f"{words} left"
