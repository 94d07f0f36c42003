"""Whose turn it is in a dispute, and the moves that a person may make now."""

from dataclasses import dataclass
from datetime import date

from disputes.codes import Answer, Move, State
from disputes.models import Dispute, Stage
from disputes.moves import Hand, may
from iro_service.templatetags.house import day as in_words

# The page of each move, in the order in which they are listed.
PAGES = {
    Move.ANSWERED: ("dispute_answer", "Record the answer"),
    Move.MET: ("dispute_meeting", "Record the meeting"),
    Move.ACCEPTED: ("dispute_accept", "Accept the answer"),
    Move.ESCALATED: ("dispute_escalate", "Take it further"),
    Move.CLOSED: ("dispute_close", "Close the dispute"),
    Move.CAFCASS: ("dispute_cafcass", "Refer to Cafcass"),
    Move.LEGAL_ADVICE: ("dispute_legal_advice", "Legal advice sought"),
    Move.NOTED: ("dispute_note", "Add a note"),
}


@dataclass(frozen=True)
class Offer:
    """A move that the person may make now: its page and its button's words."""

    move: Move
    page: str
    words: str


@dataclass(frozen=True)
class Turn:
    """Where a dispute stands on the day: its stage, the next one, and what follows."""

    dispute: Dispute
    stages: list[Stage]
    on: date
    last_answer: str = ""  # at this stage, where there was one
    left_to_do: int = 0  # agreed actions

    @property
    def stage(self) -> Stage:
        """The stage where it stands."""
        return next(one for one in self.stages if one.number == self.dispute.stage)

    @property
    def later(self) -> list[Stage]:
        """The stages it can still climb to."""
        return [one for one in self.stages if one.number > self.dispute.stage]

    @property
    def is_waiting(self) -> bool:
        """Whether a manager is to answer."""
        return self.dispute.state == State.WAITING

    @property
    def is_silent(self) -> bool:
        """Whether nobody answered by the stage's day."""
        dispute = self.dispute
        return dispute.state == State.WAITING and dispute.stage_due_on < self.on

    @property
    def place(self) -> str:
        """Which stage of how many, in words."""
        if not self.stage.formal:
            return f"Informal, before {len(self.stages) - 1} formal stages"
        return f"Stage {self.stage.number} of {len(self.stages) - 1}: {self.stage.name}"

    @property
    def words(self) -> str:
        """Whose turn it is."""
        asked = self.dispute.asked
        match self.dispute.state:
            case State.WAITING if self.is_silent:
                return f"Nobody answered by {in_words(self.dispute.stage_due_on)}"
            case State.WAITING:
                return f"Waiting for {asked}" if asked else "Waiting for an answer; nobody is named"
            case State.MEETING:
                return f"{asked or 'The manager'} asks for a meeting: the IRO arranges it"
            case State.ANSWERED:
                return "Answered: the IRO decides"
            case State.ACCEPTED if self.left_to_do:
                return "Settled: what was agreed is followed up"
            case State.ACCEPTED:
                return "Settled: it can be closed"
        return f"Closed: {self.dispute.get_outcome_display().lower()}"

    @property
    def proposal(self) -> str:
        """What silence calls for."""
        if not self.is_silent or self.to_do_now is None:
            return ""
        words = self._words(self.to_do_now, PAGES[self.to_do_now][1])
        return words[0].lower() + words[1:]

    def offers(self, hand: Hand) -> list[Offer]:
        """What the hand may do now, the one thing to do first."""
        offers = [
            Offer(move, page, self._words(move, words))
            for move, (page, words) in PAGES.items()
            if may(move, hand=hand, state=self.dispute.state) and self._can_be(move)
        ]
        now = self.to_do_now
        return sorted(offers, key=lambda offer: offer.move is not now)

    @property
    def to_do_now(self) -> Move | None:
        """The move that the dispute waits for."""
        further = Move.ESCALATED if self.later else Move.CLOSED
        if not self.later and self._can_be(Move.CAFCASS):
            further = Move.CAFCASS
        match self.dispute.state:
            case State.WAITING:
                return further if self.is_silent else Move.ANSWERED
            case State.MEETING:
                return Move.MET
            case State.ANSWERED:
                return further if self.last_answer == Answer.DISAGREES else Move.ACCEPTED
            case State.ACCEPTED if not self.left_to_do:
                return Move.CLOSED
        return None

    def _can_be(self, move: Move) -> bool:
        """Whether there is a later stage to take it to, and Cafcass does not have it yet."""
        if move is Move.ESCALATED:
            return bool(self.later)
        return not (move is Move.CAFCASS and self.dispute.cafcass_on)

    def _words(self, move: Move, words: str) -> str:
        if move is Move.ESCALATED:
            return f"Take it further to {self.later[0].name.lower()}"
        if move is Move.ACCEPTED and self.dispute.state != State.ANSWERED:
            return "It is settled without an answer"
        return words


def turn_of(dispute: Dispute, *, on: date) -> Turn:
    """Where the dispute stands on the day, from three queries."""
    answers = dispute.steps.filter(move=Move.ANSWERED, stage=dispute.stage).order_by("pk")
    last = answers.values_list("answer", flat=True).last()
    return Turn(
        dispute,
        list(dispute.ladder.stages.select_related("person").order_by("number")),
        on,
        last or "",
        dispute.actions.to_be_done().count(),
    )
