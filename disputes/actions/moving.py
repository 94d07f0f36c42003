"""One move of a dispute: asked of the table, written once, with its line of the log."""

from datetime import date, datetime

from django.db import transaction

from cohort.council import working_calendar
from disputes.codes import Move, State
from disputes.hands import hand_of, present_iro
from disputes.models import Dispute, Stage, Step
from disputes.moves import TABLE, Hand
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.planning import due_day
from statute.calendar import UnknownBankHolidays
from statute.timescales import deadline


@transaction.atomic
def make_move(
    dispute: Dispute, move: Move, *, changes: dict | None = None, on: date, at: datetime, by, **step
) -> Step:
    """Move the dispute on a day, and keep the step; `changes` are its own days and people.

    The row is locked before the table is asked, so of two who press at once the second is told
    what the first did.
    """
    now = Dispute.objects.select_for_update().get(pk=dispute.pk)
    rule, today = TABLE[move], clock.day_of(at)
    hand = hand_of(by, now, on=today)
    if hand not in rule.hands:
        raise Refusal(_not_yours(now, hand, on=today))
    if now.state not in rule.source or now.stage != dispute.stage:
        raise Refusal(_moved_on(now))
    if on > today:
        raise Refusal("This has not happened yet: enter today or an earlier day.")
    last = now.steps.latest("pk")
    if on < last.on:
        raise Refusal(f"This cannot be before the last step, on {in_words(last.on)}.")
    changes = ({"state": rule.to} if rule.to else {}) | (changes or {})
    for name, value in changes.items():
        setattr(now, name, value)
    if changes:
        now.save(update_fields=list(changes))
    return keep_step(now, move, on=on, at=at, by=by, **step)


def keep_step(dispute: Dispute, move: Move, *, on: date, at: datetime, by, **step) -> Step:
    """Add the line to the log, with where the dispute stands after it."""
    return Step.objects.create(
        dispute=dispute,
        move=move,
        on=on,
        at=at,
        by=by,
        state=dispute.state,
        stage=dispute.stage,
        asked=dispute.asked,
        stage_due_on=dispute.stage_due_on,
        **step,
    )


def clocks_of(stage: Stage, *, formal_on: date | None, on: date) -> dict:
    """The days of a dispute that reaches the stage on the day: the stage's and the total's."""
    try:
        due = deadline("dispute_stage", on, working_calendar(), amount=stage.working_days).due_on
    except UnknownBankHolidays as unknown:
        raise Refusal(str(unknown)) from unknown
    days = {"stage": stage.number, "stage_from_on": on, "stage_due_on": due}
    if stage.formal and formal_on is None:
        days |= {"formal_on": on, "total_due_on": due_day("dispute_total", on)}
    return days


def said(words: str, missing: str) -> str:
    """The words without blanks around them; refuses where there are none."""
    if not words.strip():
        raise Refusal(missing)
    return words.strip()


def _not_yours(dispute: Dispute, hand: Hand, *, on: date) -> str:
    if hand is Hand.PRACTICE_MANAGER:
        iro = present_iro(dispute, on=on)
        return f"Only the child's IRO does this, or a manager while they are away. It is {iro}."
    if hand is Hand.ASKED:
        return "You can answer this dispute; what follows from the answer is the IRO's to decide."
    return "This dispute is not waiting for you."


def _moved_on(dispute: Dispute) -> str:
    last = dispute.steps.latest("pk")
    done = f"{last.get_move_display()} by {last.by} on {in_words(last.on)}"
    if dispute.state == State.CLOSED:
        return f"This dispute is closed ({done}). A new one can be opened that goes back to it."
    return f"This dispute has moved on: {done}. Look at it again before you go on."
