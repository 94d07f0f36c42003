"""The states of a report, told by its days."""

from django.db.models import Q, TextChoices

from reporting.models import Report


class State(TextChoices):
    """Where a report stands."""

    NOT_BEGUN = "not_begun", "Not begun"
    WRITTEN = "written", "Being written"
    CORRECTED = "corrected", "Being corrected"
    SUBMITTED = "submitted", "With the practice manager"
    REVIEWED = "reviewed", "Reviewed"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"

    @property
    def tag(self) -> str:
        """The colour of its tag."""
        return TAGS[self]


TAGS = {
    State.NOT_BEGUN: "not-recorded",
    State.WRITTEN: "draft",
    State.CORRECTED: "draft",
    State.SUBMITTED: "due",
    State.REVIEWED: "held",
    State.APPROVED: "today",
    State.PUBLISHED: "done",
}

_NOT_SENT = Q(submitted_at__isnull=True)
# What the row of a report in the state is like: the guard of every step is one of these.
STANDS: dict[str, Q] = {
    State.WRITTEN: _NOT_SENT & Q(correction=""),
    State.CORRECTED: _NOT_SENT & ~Q(correction=""),
    State.SUBMITTED: Q(submitted_at__isnull=False, reviewed_at__isnull=True),
    State.REVIEWED: Q(reviewed_at__isnull=False, approved_at__isnull=True),
    State.APPROVED: Q(approved_at__isnull=False, closed_at__isnull=True),
    State.PUBLISHED: Q(closed_at__isnull=False),
}


def state_of(report: Report | None) -> State:
    """The state a report's days tell; where there is no report it is not begun."""
    if report is None:
        return State.NOT_BEGUN
    for day, state in (
        (report.closed_at, State.PUBLISHED),
        (report.approved_at, State.APPROVED),
        (report.reviewed_at, State.REVIEWED),
        (report.submitted_at, State.SUBMITTED),
    ):
        if day:
            return state
    return State.CORRECTED if report.correction else State.WRITTEN
