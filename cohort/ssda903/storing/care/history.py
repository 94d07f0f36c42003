"""What is told of one child's care: by the records here, and by the rows that came."""

from dataclasses import dataclass, field
from datetime import date

from cohort.codes import ReasonEnded, ReasonNew


@dataclass(frozen=True)
class Told:
    """An episode as one source tells it."""

    ended_on: date | None
    reason_ended: str | None
    reason_new: str
    at: tuple[int, int] | None = None  # file and line; None is the record here
    same: bool = False  # a row that says what the record says, or knows less
    closes: bool = False  # the last record of a period that was ended by hand

    @property
    def starts_care(self) -> bool:
        """Whether a period of care begins with it."""
        return self.reason_new == ReasonNew.S

    @property
    def ends_care(self) -> bool:
        """Whether the period of care ends with it."""
        return self.closes or self.reason_ended not in (None, "", ReasonEnded.X1)


@dataclass
class Start:
    """All that is told of the episode that began on a day: the latest year's row first."""

    started_on: date
    rows: list[Told] = field(default_factory=list)
    here: Told | None = None
    episode_id: int | None = None
    period_id: int | None = None

    @property
    def now(self) -> Told | None:
        """What counts: the first row that was not refused, else the record."""
        if self.rows and not (self.rows[0].same and self.here):
            return self.rows[0]
        return self.here


@dataclass
class RecordedPeriod:
    """A period of care as it is recorded here, and the days that must stay within it."""

    id: int
    started_on: date
    ended_on: date | None
    reason_ended: str | None
    began_before: bool
    first_kept_on: date | None = None
    last_kept_on: date | None = None


@dataclass
class Period:
    """A period of care as it is to be."""

    starts: list[Start]
    id: int | None = None
    started_on: date = date.min
    began_before: bool = False
    ended_on: date | None = None
    reason_ended: str | None = None


@dataclass
class ChildsCare:
    """The whole of it, in order of days."""

    starts: list[Start]
    recorded: dict[int, RecordedPeriod] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """A row that is handed back, and why."""

    at: tuple[int, int]
    column: str
    sentence: str
