"""The one thing to do next with a report, for the person who looks."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Role, User
from iro_service import clock
from iro_service.templatetags.house import day, person_name
from reporting.desk.in_the_way import Obstacle
from reporting.desk.states import State, state_of
from reporting.models import Report
from statute.reporting_year import ReportingYear

BUTTONS = {
    "section": "Open the section",
    "look_back": "Say how they went",
    "priorities": "Open the priorities",
}


@dataclass(frozen=True)
class Next:
    """A sentence, and the button under it: `kind` says which page or deed it is."""

    words: str
    button: str = ""
    kind: str = ""
    section: str = ""


def next_step(
    year: ReportingYear, report: Report | None, obstacles: list[Obstacle], user: User, *, on: date
) -> Next:
    """What is to be done now, or whose turn it is."""
    if user.role == Role.GROUP_MANAGER:
        return _of_group_manager(year, report, obstacles, on)
    state = state_of(report)
    if state == State.SUBMITTED:
        sent = f"{person_name(report.submitted_by)} sent it on {_day(report.submitted_at)}."
        return Next(f"{sent} Read it, then mark it as reviewed or send it back.", "Review it",
                    "desk")  # fmt: skip
    return Next(_waits(state))


def _of_group_manager(year, report, obstacles, on) -> Next:
    state = state_of(report)
    if state == State.NOT_BEGUN:
        return Next("Nothing of it is written yet.", "Begin the report", "begin")
    if state in (State.WRITTEN, State.CORRECTED):
        return _writing(obstacles)
    if state == State.SUBMITTED:
        return Next(f"The practice manager has had it since {_day(report.submitted_at)}.")
    if state == State.REVIEWED:
        who = f"{person_name(report.reviewed_by)} reviewed it on {_day(report.reviewed_at)}."
        return Next(f"{who} Approve it, or take it back.", "Approve it", "desk")
    if state == State.APPROVED:
        return Next("Look once more at what everybody will read.", "Check and publish", "publish")
    return Next(f"nothing. It was published on {_day(report.closed_at)}.", "Open the desk", "desk")


def _writing(obstacles: list[Obstacle]) -> Next:
    """Go to the first thing that is in the way; where there is none, send it."""
    if not obstacles:
        return Next("Nothing is missing.", "Send it to the practice manager", "desk")
    first = next((one for one in obstacles if one.kind != "period"), None)
    if first is None:
        return Next(f"{obstacles[0].words}.")
    return Next(f"{first.words}.", BUTTONS[first.kind], first.kind, first.section)


def _waits(state: State) -> str:
    return {
        State.NOT_BEGUN: "The group manager has not begun it.",
        State.WRITTEN: "The group manager is writing it.",
        State.CORRECTED: "The group manager is correcting it.",
        State.REVIEWED: "It waits for the group manager's approval.",
        State.APPROVED: "The group manager may publish it.",
        State.PUBLISHED: "It is published.",
    }[state]


def _day(moment) -> str:
    return day(clock.day_of(moment))
