"""Due days between two reviews, as pages show them: decisions, answers, midway checks."""

from datetime import date

from reviews.deadlines.as_at import Deadlines
from reviews.deadlines.shown import Shown
from reviews.models import DecisionSheet, MidwayCheck
from statute.calendar import UnknownBankHolidays
from statute.clocks import CLOCKS
from statute.timescales import distance, explain


def of_sheet(deadlines: Deadlines, sheet: DecisionSheet) -> Shown:
    """The last day to send a review's decisions to the team manager."""
    title, clock = "Decisions to the team manager", "decisions_to_manager"
    return _shown(deadlines, sheet.due_on, clock, sheet.review.held_on, title)


def of_answer(deadlines: Deadlines, sheet: DecisionSheet) -> Shown:
    """The last day to answer decisions that were sent; silence after it is agreement."""
    title = "Answer to the decisions"
    return _shown(deadlines, sheet.answer_due_on, "manager_answer", sheet.sent_on, title)


def of_objection(deadlines: Deadlines, sheet: DecisionSheet) -> Shown:
    """An objection has no clock: it is for today until it is settled."""
    return Shown(
        sheet.answered_on,
        "today",
        distance="waiting since then",
        rule="Objection to the decisions",
        authority="No day is set for settling it.",
    )


def of_midway(deadlines: Deadlines, check: MidwayCheck) -> Shown:
    """The half-way day between two reviews; the check comes with_last_review."""
    return _shown(
        deadlines,
        check.due_on,
        "oversight",
        check.last_held_on,
        "Midway check",
        until=check.review.due_on,
    )


def _shown(
    deadlines: Deadlines,
    due_on: date,
    clock: str,
    base_on: date | None,
    title: str,
    *,
    until: date | None = None,
) -> Shown:
    on, calendar = deadlines.on, deadlines.calendar
    state = "overdue" if due_on < on else "today" if due_on == on else "due"
    authority = CLOCKS[clock].authority
    try:
        left = distance(due_on, on, calendar, CLOCKS[clock].distance_unit)
        why = base_on and explain(clock, base_on, calendar, until=until)
    except (UnknownBankHolidays, ValueError):  # the stored day stands; only the count is not known
        return Shown(due_on, state, rule=title, authority=authority)
    if why and why.due_on == due_on:
        sentence = f"{why.sentence[:1].upper()}{why.sentence[1:]}."
    else:
        sentence = "The plan or the calendar changed after the day was set."
    return Shown(due_on, state, left, title, sentence, authority)
