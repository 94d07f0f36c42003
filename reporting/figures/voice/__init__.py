"""What children said of their reviews, and before them: how many, and which answers."""

from reporting.figures.voice.block import voice
from reporting.figures.voice.definitions import DEFINITIONS

__all__ = ["DEFINITIONS", "voice"]
