"""What a person is told whose move is refused."""

from datetime import date

from disputes.codes import State
from disputes.hands import present_iro
from disputes.models import Dispute
from disputes.moves import Hand
from iro_service.templatetags.house import day as in_words


def not_yours(dispute: Dispute, hand: Hand, *, on: date) -> str:
    """Whose move it is, told to somebody else."""
    if hand is Hand.PRACTICE_MANAGER:
        iro = present_iro(dispute, on=on)
        return f"Only the child's IRO does this, or a manager while they are away. It is {iro}."
    if hand is Hand.ASKED:
        return "You can answer this dispute; what follows from the answer is the IRO's to decide."
    return "This dispute is not waiting for you."


def has_moved_on(dispute: Dispute) -> str:
    """What somebody else did meanwhile."""
    done = last_done(dispute)
    if dispute.state == State.CLOSED:
        return f"This dispute is closed ({done}). A new one can be opened that goes back to it."
    return f"This dispute has moved on: {done}. Look at it again before you go on."


def not_now(dispute: Dispute) -> str:
    """Why a move does not fit where the dispute stands."""
    if dispute.state == State.CLOSED:
        return has_moved_on(dispute)
    stands = dispute.get_state_display().split(":")[0].lower()
    return f"This cannot be done while the dispute is “{stands}” ({last_done(dispute)})."


def last_done(dispute: Dispute) -> str:
    """The last step that everybody concerned may know of: notes and advice stay unsaid."""
    last = dispute.steps.standing().select_related("by").last()
    if last is None:
        return "nothing is in its log"
    return f"{last.get_move_display().lower()} by {last.by} on {in_words(last.on)}"
