"""The tables of a return, each with its columns and its rows."""

from reviews.ssda903.exporting.tables.episodes import EPISODES
from reviews.ssda903.exporting.tables.header import HEADER
from reviews.ssda903.exporting.tables.prev_perm import PREV_PERM
from reviews.ssda903.exporting.tables.reviews import REVIEWS
from reviews.ssda903.exporting.tables.table import Table
from reviews.ssda903.exporting.tables.uasc import UASC

TABLES = (HEADER, EPISODES, REVIEWS, UASC, PREV_PERM)

__all__ = ["EPISODES", "HEADER", "PREV_PERM", "REVIEWS", "TABLES", "UASC", "Table"]
