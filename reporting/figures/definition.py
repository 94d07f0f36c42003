"""What every figure carries with it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Definition:
    """How one measure is counted: what of what, taken when, in which unit, by whose rule."""

    measure: str
    numerator: str
    denominator: str
    day: str
    unit: str
    source: str
