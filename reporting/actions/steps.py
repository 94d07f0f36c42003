"""The steps of a report: sent, reviewed, approved; sent back, taken back, corrected."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from iro_service import clock
from iro_service.refusals import Refusal
from reporting.desk.in_the_way import in_the_way
from reporting.desk.moves import MOVES, Move
from reporting.desk.states import STANDS, state_of
from reporting.models import Comment, Report
from reporting.outline import HEADINGS

NO_STEPS: dict = {
    f"{step}_{what}": None
    for step in ("submitted", "reviewed", "approved")
    for what in ("at", "by")
}


class NotReady(Refusal):
    """A step that waits until what is in the way has been dealt with."""

    def __init__(self, obstacles: list):
        super().__init__(" ".join(f"{one.words}." for one in obstacles))
        self.obstacles = obstacles


@transaction.atomic
def submit_report(report: Report, *, at: datetime, by: User) -> Report:
    """Send the report to the practice manager; whatever would stop its approval stops it here."""
    _nothing_in_the_way(report, at)
    return step(report, Move.SUBMIT, by=by, submitted_at=at, submitted_by=by)


def review_report(report: Report, *, at: datetime, by: User) -> Report:
    """Keep that a second pair of eyes has read it: from here on its words stand."""
    if report.submitted_by_id == by.pk:
        raise Refusal("Somebody other than the person who sent the report has to review it.")
    theirs = ~Q(submitted_by=by)
    return step(report, Move.REVIEW, theirs, by=by, reviewed_at=at, reviewed_by=by)


@transaction.atomic
def approve_report(report: Report, *, at: datetime, by: User) -> Report:
    """Approve the report for publication, once nothing is in the way."""
    _nothing_in_the_way(report, at)
    return step(report, Move.APPROVE, by=by, approved_at=at, approved_by=by)


@transaction.atomic
def send_back(report: Report, *, section: str, text: str, at: datetime, by: User) -> Report:
    """Give the report back to be worked on, with a comment that says why."""
    if section not in HEADINGS:
        raise Refusal("Select the section the comment is about.")
    if not text.strip():
        raise Refusal("Enter what has to change.")
    step(report, Move.SEND_BACK, by=by, **NO_STEPS)
    Comment.objects.create(report=report, section=section, text=text.strip(), by=by, at=at)
    return report


def take_back(report: Report, *, by: User) -> Report:
    """Take the report back to change it: what was reviewed and approved is so no longer."""
    return step(report, Move.TAKE_BACK, by=by, **NO_STEPS)


def step(report: Report, move: str, also: Q | None = None, *, by: User, **changes) -> Report:
    """Make a move: by whom it may be made, from where it starts, and nobody quicker.

    Raises Refusal where one of the three is not so; `also` is a condition more on the row.
    """
    rule = MOVES[move]
    if by.role != rule.role:
        raise Refusal(f"{Move(move).label}: this is done by the {rule.role.label.lower()}.")
    stands = Q()
    for state in rule.states:
        stands |= STANDS[state]
    if not Report.objects.filter(stands, also or Q(), pk=report.pk).update(**changes):
        report.refresh_from_db()
        now = state_of(report).label.lower()
        raise Refusal(f"{Move(move).label}: this cannot be done while the report is {now}.")
    report.refresh_from_db()
    return report


def _nothing_in_the_way(report: Report, at: datetime) -> None:
    # Locked first, so that nothing is written between the look and the step.
    Report.objects.select_for_update().get(pk=report.pk)
    if obstacles := in_the_way(report, on=clock.day_of(at)):
        raise NotReady(obstacles)
