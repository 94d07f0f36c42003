"""How children aged 4 and over took part in their reviews."""

from reporting.figures.participation.definitions import DEFINITIONS
from reporting.figures.participation.years import participation

__all__ = [
    "DEFINITIONS",
    "participation",
]
