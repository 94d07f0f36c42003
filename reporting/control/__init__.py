"""Statistical process control: how far months vary by chance alone, and which vary more."""

from reporting.control.limits import FEWEST, Limits, counts_limits, known, shares_limits
from reporting.control.signals import LONG_RUN, LONG_TREND, Signal, Why, signals
from reporting.control.words import said

__all__ = [
    "FEWEST",
    "LONG_RUN",
    "LONG_TREND",
    "Limits",
    "Signal",
    "Why",
    "counts_limits",
    "known",
    "said",
    "shares_limits",
    "signals",
]
