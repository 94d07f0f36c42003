"""What a headline measure is."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

Value = int | float | Decimal | None
Three = list[Value]  # two years before, the year before, the year itself


@dataclass(frozen=True)
class Measure:
    """A number for the first page, its words, its unit, and which way it should go."""

    key: str  # of reporting.models.Target too
    words: str
    unit: str  # "%" or ""
    aim: str  # "up", "down", or "" where neither is better
    values: Callable[[dict], Three]
    tile: bool = True

    def is_met(self, value: Value, target: Value) -> bool | None:
        """Whether the value reaches the target; None where either is missing or nothing is aimed.

        Unit: the measure's. Source: the council's own targets (reporting.models.Target).
        """
        if value is None or target is None or not self.aim:
            return None
        return value >= target if self.aim == "up" else value <= target
