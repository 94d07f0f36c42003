"""One child's course through care as it is planned: reviews by the law, an end."""

from dataclasses import dataclass, field
from datetime import date

from iro_service.demonstration.days import CALENDAR
from statute.schedule import next_review
from statute.timescales import Deadline


@dataclass(frozen=True)
class Held:
    """A review that was held, with the day it was due and why."""

    due_on: date
    rule: str
    base_on: date
    held_on: date

    @property
    def late(self) -> bool:
        """Whether it was held after its due day."""
        return self.due_on < self.held_on


@dataclass(eq=False)
class Course:
    """A period of care: its start, the reviews held, the next one due, its end if any."""

    number: int
    family: int  # brothers and sisters share it, and the day they became looked after
    started_on: date
    regime: str = "ordinary"
    counted_from: date | None = None
    held: list[Held] = field(default_factory=list)
    ended_on: date | None = None
    authorised_on: date | None = None  # the placement order
    placed_on: date | None = None  # with the adopters
    next: Deadline = field(init=False)

    def __post_init__(self) -> None:
        self.enter(self.regime, self.counted_from or self.started_on)

    def enter(self, regime: str, on: date) -> None:
        """Count the next reviews under a regime, from that day."""
        self.regime, self.counted_from, self._days = regime, on, []
        self._plan()

    def hold(self, on: date) -> None:
        """Hold the next review that day, and plan the one after it."""
        due = self.next
        self.held.append(Held(due.due_on, due.rule, due.base_on, on))
        self._days.append(on)
        self._plan()

    def _plan(self) -> None:
        self.next = next_review(
            regime=self.regime,
            counted_from=self.counted_from,
            held=self._days,
            calendar=CALENDAR,
        )

    def in_care(self, on: date) -> bool:
        """Whether the child is looked after on the day."""
        return self.started_on <= on and (self.ended_on is None or self.ended_on > on)

    def held_between(self, first: date, last: date) -> list[Held]:
        """The reviews held from the first to the last day, both included."""
        return [review for review in self.held if first <= review.held_on <= last]
