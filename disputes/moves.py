"""The table of moves: from where each is allowed, who may make it and where it leads.

Nobody climbs down, nobody but the IRO settles or closes (or the practice manager while the IRO is
away), and managers of social work answer and do nothing else: the IRO's independence rests on it.
Source: IRO Handbook, 6.1 to 6.10; Children Act 1989, section 25B.
"""

from dataclasses import dataclass
from enum import Enum

from disputes.codes import OPEN, UNSETTLED, Move, State


class Hand(Enum):
    """Who stands before a dispute."""

    IRO = "the child's IRO, or the one who covers for them"
    STANDS_IN = "the practice manager while the IRO is away"
    PRACTICE_MANAGER = "the practice manager while the IRO is here"
    ASKED = "the manager the stage is addressed to"
    NOBODY = "anybody else"


SERVICE = frozenset({Hand.IRO, Hand.STANDS_IN, Hand.PRACTICE_MANAGER})
IRO = frozenset({Hand.IRO, Hand.STANDS_IN})
EVER = tuple(State)


@dataclass(frozen=True)
class Rule:
    """One row of the table; `to` is where it leads, None where the dispute stays as it is."""

    move: Move
    source: tuple[State, ...]
    hands: frozenset[Hand]
    to: State | None = None


TABLE: dict[Move, Rule] = {
    rule.move: rule
    for rule in (
        # An IRO may keep what a manager said in a meeting or on the telephone, in their name.
        # Where it leads depends on the answer: whoever asks for a meeting has not answered yet.
        Rule(Move.ANSWERED, (State.WAITING,), IRO | {Hand.ASKED}, State.ANSWERED),
        Rule(Move.MET, (State.MEETING,), IRO, State.WAITING),
        # Silence puts it before the practice manager too, who need not wait for the IRO.
        Rule(Move.ESCALATED, UNSETTLED, SERVICE, State.WAITING),
        Rule(Move.ACCEPTED, UNSETTLED, IRO, State.ACCEPTED),
        Rule(Move.CLOSED, OPEN, IRO, State.CLOSED),
        Rule(Move.CAFCASS, OPEN, SERVICE),
        Rule(Move.LEGAL_ADVICE, OPEN, SERVICE),
        Rule(Move.NOTED, EVER, SERVICE),
        # Agreed actions are followed up until done: while it climbs too, and once it is closed.
        Rule(Move.ACTION_DONE, EVER, SERVICE),
    )
}

# The moves that change where a dispute stands; the others are kept beside it.
STANDING = (Move.OPENED, *(move for move, rule in TABLE.items() if rule.to))


def may(move: Move, *, hand: Hand, state: str) -> bool:
    """Whether the hand may make the move from the state."""
    rule = TABLE.get(move)
    return rule is not None and hand in rule.hands and state in rule.source
