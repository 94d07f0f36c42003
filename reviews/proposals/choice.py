"""What is proposed for one child."""

from dataclasses import dataclass, field
from decimal import Decimal

from accounts.models import User
from cohort.models import Child


@dataclass(frozen=True)
class Proposal:
    """An IRO who might review the child, and why."""

    iro: User
    load: Decimal  # weighted children per full-time post, the child among them
    per_post: Decimal  # children per full-time post, the child among them
    ranked_by: Decimal
    reasons: list[str]


@dataclass(frozen=True)
class RuledOut:
    """An IRO who cannot review the child now, and why."""

    iro: User
    why: str


@dataclass(frozen=True)
class Choice:
    """The IROs for a child, the best first."""

    child: Child
    proposals: list[Proposal] = field(default_factory=list)
    ruled_out: list[RuledOut] = field(default_factory=list)

    @property
    def best(self) -> Proposal | None:
        """The first of them; None where nobody can."""
        return self.proposals[0] if self.proposals else None
