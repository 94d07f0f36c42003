"""Where an advocate or independent visitor for a child stands, told from its days."""

from datetime import date

from django.db.models import TextChoices

from cohort.models import Child, Support
from iro_service.templatetags.house import day as in_words
from statute.calendar import WorkingCalendar


class State(TextChoices):
    """Where it stands."""

    OFFERED = "offered", "Offered"
    WAITING = "waiting", "Waiting"
    MATCHED = "matched", "Matched"
    DECLINED = "declined", "Declined"
    ENDED = "ended", "Ended"


STEPS = {  # what can be done next, by where it stands
    State.OFFERED: ("refer", "decline"),
    State.WAITING: ("match", "decline", "end"),
    State.MATCHED: ("end",),
}


def state_of(support: Support) -> State:
    """Where it stands, by the last of its days."""
    if support.declined_on:
        return State.DECLINED
    if support.ended_on:
        return State.ENDED
    if support.matched_on:
        return State.MATCHED
    return State.WAITING if support.referred_on else State.OFFERED


def steps_of(support: Support) -> tuple[str, ...]:
    """What can be done next: "refer", "decline", "match", "end"."""
    return STEPS.get(state_of(support), ())


def last_day(support: Support) -> date:
    """The last day on which something happened."""
    days = (support.offered_on, support.referred_on, support.matched_on, support.ended_on)
    return max(day for day in days if day)


def days_waited(support: Support, calendar: WorkingCalendar, *, on: date) -> int | None:
    """Working days from the referral to the match, or till the end or `on`; None if not referred.

    Raises UnknownBankHolidays past the last year whose bank holidays are known.
    """
    if support.referred_on is None:
        return None
    until = support.matched_on or support.ended_on or on
    return calendar.working_days_between(support.referred_on, max(support.referred_on, until))


def why_not_step(support: Support, step: str) -> str:
    """Why that cannot be done next; else ''."""
    if step in steps_of(support):
        return ""
    state = state_of(support)
    if state in (State.DECLINED, State.ENDED):
        return f"This was {state.label.lower()} on {in_words(support.ended_on)} already"
    words = {"refer": "referred", "match": "matched", "decline": "declined", "end": "ended"}[step]
    return f"It stands as {state.label.lower()}, so it cannot be {words} now"


def why_not_then(child: Child, day: date, *, on: date, after: Support | None = None) -> str:
    """Why nothing of the kind can have happened that day; else ''."""
    if day > on:
        return "The day must be today or in the past"
    if day < child.date_of_birth:
        return "The day cannot be before the date of birth"
    if after and day < last_day(after):
        return f"The day cannot be before {in_words(last_day(after))}, the day of the step before"
    return ""
