"""How much time a dispute has left, in working days and as a bar that drains."""

from dataclasses import dataclass
from datetime import date

from disputes.codes import UNSETTLED
from disputes.models import FORMAL_DAYS, Dispute, Stage
from statute.calendar import UnknownBankHolidays, WorkingCalendar


@dataclass(frozen=True)
class TimeLeft:
    """Working days left of those there are; `left` is negative once the last day is past."""

    due_on: date
    left: int
    of: int

    @property
    def is_overdue(self) -> bool:
        """Whether the last day is past."""
        return self.left < 0

    @property
    def shown(self) -> int:
        """What is left of the bar."""
        return max(0, min(self.left, self.of))

    @property
    def words(self) -> str:
        """As a sentence: "12 of 20 working days left"."""
        if self.left < 0:
            return f"over by {-self.left} working day{'s' if self.left != -1 else ''}"
        return f"{self.left} of {self.of} working days left"


def time_left(
    dispute: Dispute, stage: Stage | None, *, on: date, calendar: WorkingCalendar
) -> TimeLeft | None:
    """Of the formal stages together, or of the informal one; None once the clock stopped.

    A dispute past its day has at least one day over, though that day was a Saturday.
    """
    if dispute.state not in UNSETTLED:
        return None
    formal = dispute.total_due_on is not None
    due_on = dispute.total_due_on if formal else dispute.stage_due_on
    try:
        left = calendar.working_days_between(on, due_on)
    except UnknownBankHolidays:
        return None
    if due_on < on:
        left = min(left, -1)
    return TimeLeft(due_on, left, FORMAL_DAYS if formal else stage.working_days if stage else left)
