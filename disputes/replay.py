"""The log read from its beginning: where its steps lead, without looking at the dispute."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from disputes.codes import Answer, Move, State
from disputes.models import Step
from disputes.moves import TABLE


@dataclass(frozen=True)
class Standing:
    """Where a dispute stands."""

    state: str = State.WAITING
    stage: int = 0
    asked_id: int | None = None
    # Not the stage's last day: a bank holiday proclaimed since moves it, and no step says so.
    # It is counted from this one, which nothing moves.
    stage_from_on: date | None = None
    settled_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    cafcass_on: date | None = None


def replay(steps: Iterable[Step]) -> Standing:
    """Where the steps, in their order, lead."""
    now = Standing()
    for step in steps:
        now = _after(now, step)
    return now


def standing_of(dispute) -> Standing:
    """Where the dispute's own row says that it stands."""
    return Standing(**{name: getattr(dispute, name) for name in Standing.__dataclass_fields__})


def _after(now: Standing, step: Step) -> Standing:
    match step.move:
        case Move.OPENED | Move.ESCALATED:
            return replace(
                now,
                state=State.WAITING,
                stage=step.stage,
                asked_id=step.asked_id,
                stage_from_on=step.on,
            )
        case Move.ANSWERED if step.answer == Answer.MEETING:
            return replace(now, state=State.MEETING)
        case Move.ACCEPTED:
            return replace(now, state=State.ACCEPTED, settled_on=step.on)
        case Move.CLOSED:
            settled_on = now.settled_on or step.on
            return replace(
                now,
                state=State.CLOSED,
                settled_on=settled_on,
                closed_on=step.on,
                outcome=step.outcome,
            )
        case Move.CAFCASS:
            return replace(now, cafcass_on=step.on)
    return replace(now, state=TABLE[Move(step.move)].to or now.state)
