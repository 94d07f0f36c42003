"""Settling and closing a dispute: the IRO's alone, or the practice manager's in their absence."""

from datetime import date, datetime

from disputes.actions.moving import make_move, said
from disputes.codes import Move, Outcome, State
from disputes.models import Dispute, Step
from iro_service.refusals import Refusal


def accept(dispute: Dispute, *, text: str = "", on: date, at: datetime, by) -> Step:
    """Accept the answer: the clock stops, and what was agreed is followed up.

    A dispute may be settled before anybody answers; then the log says how.
    """
    if dispute.state in (State.WAITING, State.MEETING):
        text = said(text, "Enter how it was settled: there is no answer to accept.")
    return make_move(
        dispute, Move.ACCEPTED, changes={"settled_on": on}, on=on, at=at, by=by, text=text.strip()
    )


def close(dispute: Dispute, *, outcome: str, what_changed: str, on: date, at: datetime, by) -> Step:
    """Close it with how it ended and what changed for the child; it is never opened again."""
    if outcome not in Outcome:
        raise Refusal("Select how the dispute ended.")
    changed = said(what_changed, "Enter what changed for the child, or that nothing did.")
    return make_move(
        dispute, Move.CLOSED,
        changes={
            "closed_on": on,
            "settled_on": dispute.settled_on or on,
            "outcome": outcome,
            "what_changed": changed,
        },
        on=on, at=at, by=by, outcome=outcome, text=changed,
    )  # fmt: skip
