"""One move of a dispute: asked of the table, written once, with its line of the log."""

from datetime import date, datetime

from django.db import transaction

from cohort.council import working_calendar
from disputes.actions.refusing import has_moved_on, not_now, not_yours
from disputes.codes import Move
from disputes.hands import hand_of
from disputes.models import Dispute, Stage, Step
from disputes.moves import TABLE
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
    now, rule = locked(dispute), TABLE[move]
    _refuse(dispute, now, move, on=on, today=clock.day_of(at), by=by)
    changes = ({"state": rule.to} if rule.to else {}) | (changes or {})
    for name, value in changes.items():
        setattr(now, name, value)
    if changes:
        now.save(update_fields=list(changes))
    return keep_step(now, move, on=on, at=at, by=by, **step)


def locked(dispute: Dispute) -> Dispute:
    """The dispute as it stands now; nobody else moves it until the transaction ends."""
    return Dispute.objects.select_for_update().get(pk=dispute.pk)


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


def _refuse(dispute: Dispute, now: Dispute, move: Move, *, on: date, today: date, by) -> None:
    """Refuse whoever may not, what may not be now, and a day that cannot be."""
    rule = TABLE[move]
    # Who saw it elsewhere decides on what is no longer so; a note can be added all the same.
    moved_on = rule.to and (now.state, now.stage) != (dispute.state, dispute.stage)
    hand = hand_of(by, now, on=today)
    if hand not in rule.hands:
        had_it = moved_on and hand_of(by, dispute, on=today) in rule.hands
        raise Refusal(has_moved_on(now) if had_it else not_yours(now, hand, on=today))
    if moved_on:
        raise Refusal(has_moved_on(now))
    if now.state not in rule.source:
        raise Refusal(not_now(now))
    if on > today:
        raise Refusal("This has not happened yet: enter today or an earlier day.")
    # What does not change where it stands may be kept later: an action was done on its own day.
    last = now.steps.standing().last() if rule.to else now.steps.standing().first()
    if last and on < last.on:
        raise Refusal(
            f"This cannot be before {last.get_move_display().lower()}, on {in_words(last.on)}."
        )
