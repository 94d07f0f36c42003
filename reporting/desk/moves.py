"""The moves of a report: from which states, by whom, to which."""

from dataclasses import dataclass

from django.db.models import TextChoices

from accounts.models import Role, User
from reporting.desk.states import State


class Move(TextChoices):
    """A step on the way to publication, or back."""

    SUBMIT = "submit", "Send to the practice manager"
    TAKE_BACK = "take_back", "Take back to change it"
    SEND_BACK = "send_back", "Send back with a comment"
    REVIEW = "review", "Mark as reviewed"
    APPROVE = "approve", "Approve"
    PUBLISH = "publish", "Publish"
    CORRECT = "correct", "Open for a correction"
    DROP = "drop", "Drop the correction"


@dataclass(frozen=True)
class Rule:
    """From where a move starts and who makes it."""

    states: tuple[State, ...]
    role: Role


_UNSENT = (State.WRITTEN, State.CORRECTED)
MOVES: dict[str, Rule] = {
    Move.SUBMIT: Rule(_UNSENT, Role.GROUP_MANAGER),
    Move.REVIEW: Rule((State.SUBMITTED,), Role.PRACTICE_MANAGER),
    Move.SEND_BACK: Rule((State.SUBMITTED,), Role.PRACTICE_MANAGER),
    Move.TAKE_BACK: Rule((State.SUBMITTED, State.REVIEWED, State.APPROVED), Role.GROUP_MANAGER),
    Move.APPROVE: Rule((State.REVIEWED,), Role.GROUP_MANAGER),
    Move.PUBLISH: Rule((State.APPROVED,), Role.GROUP_MANAGER),
    Move.CORRECT: Rule((State.PUBLISHED,), Role.GROUP_MANAGER),
    Move.DROP: Rule((State.CORRECTED,), Role.GROUP_MANAGER),
}


def next_moves(state: State, user: User) -> list[Move]:
    """What the person may do with a report in the state, the way forward first."""
    return [
        Move(move)
        for move, rule in MOVES.items()
        if state in rule.states and user.role == rule.role
    ]
