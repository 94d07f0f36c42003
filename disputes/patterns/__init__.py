"""The questions behind the patterns of disputes: counting only, of querysets given from outside."""

from disputes.patterns.durations import Spread, median, nearest_rank, spread_of
from disputes.patterns.facts import Fact, counted_by, facts
from disputes.patterns.held import Held, held_between
from disputes.patterns.kept import kept_from
from disputes.patterns.repeated import Repeated, repeated
from disputes.patterns.window import Window

__all__ = [
    "Fact",
    "Held",
    "Repeated",
    "Spread",
    "Window",
    "counted_by",
    "facts",
    "held_between",
    "kept_from",
    "median",
    "nearest_rank",
    "repeated",
    "spread_of",
]
