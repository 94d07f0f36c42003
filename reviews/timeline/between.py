"""What happened between reviews, for the timeline: decisions answered, checks, footprints."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from reviews.events import Event
from reviews.models import Decision, DecisionSheet, Footprint, MidwayCheck

TITLES = {
    DecisionSheet.Answer.AGREES: "agrees with the decisions",
    DecisionSheet.Answer.COMMENTS: "agrees with the decisions, with comments",
    DecisionSheet.Answer.OBJECTS: "objects to the decisions",
}


def decision_in_words(decision: Decision) -> str:
    """A decision, who does it by when, and what became of it."""
    words = f"{decision.text} ({decision.owner}, by {decision.by_when:%-d %B %Y})"
    return f"{words} {decision.get_outcome_display()}." if decision.outcome else words


def of_sheet(sheet: DecisionSheet | None, on: date) -> Iterator[Event]:
    """The decisions sent, answered or counted as agreed, and an objection settled."""
    if sheet is None or sheet.sent_on is None:
        return
    href = reverse("review", args=[sheet.review_id])
    late = "" if sheet.sent_in_time else "late"
    sent = f"Decisions sent to {sheet.manager}"
    yield Event(sheet.sent_on, "decisions", sent, href=href, tag=late)
    if sheet.answered_on:
        title = f"{sheet.manager} {TITLES[DecisionSheet.Answer(sheet.answer)]}"
        late = "late" if sheet.answered_late else ""
        yield Event(sheet.answered_on, "decisions", title, sheet.answer_text, href, late)
    elif sheet.agreed_by_silence(on=on):
        day = sheet.answer_due_on
        words = f"Nobody answered by {day:%-d %B %Y}: this counts as agreement."
        yield Event(day, "decisions", "Decisions agreed by silence", words, href)
    if sheet.settled_on:
        title = "Objection to the decisions settled"
        yield Event(sheet.settled_on, "decisions", title, sheet.settled_note, href)


def of_midway(check: MidwayCheck | None, on: date) -> Iterator[Event]:
    """A check done; one to do belongs to work lists, unless its day is past."""
    if check is None:
        return
    href = reverse("midway_check", args=[check.review_id])
    if check.done_on:
        words = f"{check.get_outcome_display()}. {check.note}".strip()
        late = "done" if check.done_in_time else "late"
        yield Event(check.done_on, "oversight", "Midway check", words, href, late)
    elif check.review.held_on is None and check.due_on < on:
        yield Event(check.due_on, "oversight", "Midway check due", "Not done.", href, "overdue")


def of_footprint(footprint: Footprint) -> Event:
    """Something done for the child."""
    words = f"{footprint.note} {footprint.by}.".strip()
    return Event(footprint.on, "oversight", footprint.get_kind_display(), words)
