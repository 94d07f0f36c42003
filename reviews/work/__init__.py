"""The questions behind My work: what a person has to do, from all that is owed."""

from collections.abc import Callable, Iterator

from accounts.models import User
from reviews.deadlines import Deadlines
from reviews.work.decisions import decisions_to_do
from reviews.work.midway_checks import midway_checks_to_do
from reviews.work.outcome_forms import outcome_forms_to_do
from reviews.work.piece import KINDS, Piece
from reviews.work.records import records_to_do
from reviews.work.reviews import reviews_to_do
from reviews.work.urgency import Urgency, by_urgency, last_of_ten_working_days

__all__ = [
    "ALSO",
    "KINDS",
    "LATER_SHOWN",
    "Piece",
    "Urgency",
    "by_urgency",
    "counts_of",
    "last_of_ten_working_days",
    "pieces_of",
]

LATER_SHOWN = 20
# What apps above this one owe; they add to it when they are ready.
ALSO: list[Callable[[User, Deadlines], Iterator[Piece]]] = []


def pieces_of(user, deadlines: Deadlines) -> list[Piece]:
    """All that the person has to do, from one query a kind however much it is."""
    kinds = (
        reviews_to_do,
        outcome_forms_to_do,
        records_to_do,
        decisions_to_do,
        midway_checks_to_do,
        *ALSO,
    )
    return [piece for of_kind in kinds for piece in of_kind(user, deadlines)]


def counts_of(pieces: list[Piece], deadlines: Deadlines) -> dict[str, list[Piece]]:
    """What the counts at the head count, by kind: all of it, but of the reviews not the later."""
    last = last_of_ten_working_days(deadlines)
    near = [p for p in pieces if p.kind != "reviews" or p.is_overdue or p.do_on <= last]
    return {kind: [piece for piece in near if piece.kind == kind] for kind in KINDS}
