"""What IROs did between reviews: midway checks, contacts, and children nobody looked at."""

from reporting.figures.oversight.block import oversight
from reporting.figures.oversight.definitions import DEFINITIONS

__all__ = ["DEFINITIONS", "oversight"]
