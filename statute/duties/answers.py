"""What is told of a duty: its last lawful day, and why that day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Deadline:
    """The last lawful day of a duty, with the clock (its key) and the day that gave it."""

    due_on: date
    rule: str
    base_on: date


@dataclass(frozen=True)
class Explanation:
    """Why a duty is due on its day, in words, with the bank holidays the count left out."""

    sentence: str
    authority: str
    base_on: date
    due_on: date
    left_out: tuple[tuple[date, str], ...]
