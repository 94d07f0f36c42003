"""One thing a person has to do."""

from dataclasses import dataclass
from datetime import date, datetime

from cohort.models import Child
from reviews.deadlines import Shown

KINDS = ("reviews", "forms", "records", "decisions", "oversight", "disputes")


@dataclass(frozen=True)
class Piece:
    """One thing to do for one child, and the page where it is done."""

    kind: str
    child: Child
    iro_pk: int | None
    iro_name: str | None
    about_pk: int  # what its page is about: the review, or the dispute
    deed: str
    button: str
    page: str
    do_on: date  # what the order goes by: the booked day where that is the earlier one
    deadline: Shown
    note: str = ""
    booked_at: datetime | None = None  # when that is the day to think of, and not the last one

    @property
    def order(self) -> tuple:
        """The most urgent first, then by name so that the order never jumps."""
        booked = f"{self.booked_at:%H:%M}" if self.booked_at else ""
        return (self.do_on, booked, self.deadline.due_on, self.child.family_name, self.about_pk)

    @property
    def is_overdue(self) -> bool:
        """Whether its last lawful day or moment is past."""
        return self.deadline.state == "overdue"
