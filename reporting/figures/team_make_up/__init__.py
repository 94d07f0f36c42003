"""The team: its contracts, how long its IROs have been here, who they are, and who stayed."""

from reporting.figures.team_make_up.block import team_make_up
from reporting.figures.team_make_up.definitions import DEFINITIONS

__all__ = ["DEFINITIONS", "team_make_up"]
