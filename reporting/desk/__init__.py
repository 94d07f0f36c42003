"""Where a report stands: its state, what may be done next and by whom, what is in the way."""

from reporting.desk.moves import MOVES, Move, Rule, next_moves
from reporting.desk.states import STANDS, State, state_of

__all__ = ["MOVES", "STANDS", "Move", "Rule", "State", "next_moves", "state_of"]
