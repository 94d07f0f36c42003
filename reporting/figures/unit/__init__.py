"""The unit: its managers, what changed in its staff, and what its IROs learned."""

from reporting.figures.unit.block import unit
from reporting.figures.unit.definitions import DEFINITIONS

__all__ = ["DEFINITIONS", "unit"]
