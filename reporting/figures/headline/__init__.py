"""The headline measures with the two years before them and their targets."""

from reporting.figures.headline.before import earlier
from reporting.figures.headline.block import headline
from reporting.figures.headline.definitions import DEFINITIONS

__all__ = ["DEFINITIONS", "earlier", "headline"]
