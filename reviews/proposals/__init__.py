"""Who might review a child: IROs in order, with the reasons in words, and who cannot."""

from reviews.proposals.choice import Choice, Proposal, RuledOut
from reviews.proposals.known import Known, gather
from reviews.proposals.propose import ORDER, propose

__all__ = ["ORDER", "Choice", "Known", "Proposal", "RuledOut", "gather", "propose"]
