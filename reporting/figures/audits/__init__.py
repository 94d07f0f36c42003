"""Quality audits of reviews: how many, how good, what was strong and weak, what follows."""

from reporting.figures.audits.block import audits
from reporting.figures.audits.definitions import DEFINITIONS

__all__ = ["DEFINITIONS", "audits"]
