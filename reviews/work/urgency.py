"""What a person has to do, the most urgent first."""

from dataclasses import dataclass
from datetime import date, timedelta

from reviews.deadlines import Deadlines
from reviews.work.piece import Piece


@dataclass(frozen=True)
class Urgency:
    """One stretch of the list."""

    key: str
    words: str
    pieces: list[Piece]


def by_urgency(pieces: list[Piece], deadlines: Deadlines) -> list[Urgency]:
    """The pieces in four stretches: overdue, today and tomorrow, next ten working days, later."""
    ten_days = last_of_ten_working_days(deadlines)
    tomorrow = deadlines.on + timedelta(days=1)
    stretches = {
        "overdue": Urgency("overdue", "Overdue", []),
        "soon": Urgency("soon", "Today and tomorrow", []),
        "next": Urgency("next", "Next ten working days", []),
        "later": Urgency("later", "Later", []),
    }
    for piece in sorted(pieces, key=lambda piece: piece.order):
        if piece.is_overdue:
            key = "overdue"
        elif piece.do_on <= tomorrow:
            key = "soon"
        else:
            key = "next" if piece.do_on <= ten_days else "later"
        stretches[key].pieces.append(piece)
    return list(stretches.values())


def last_of_ten_working_days(deadlines: Deadlines) -> date:
    """The tenth working day from the day, which ends what has to be in view."""
    return deadlines.calendar.add_working_days(deadlines.on, 10)
