"""The questions behind a manager's first page; each number is counted by the list it opens."""

from collections.abc import Callable

from reviews.today.asker import Asker
from reviews.today.between import tiles_between
from reviews.today.by_iro import COLUMNS, by_iro
from reviews.today.figures import figures, year_start
from reviews.today.lines import LINES, with_lines
from reviews.today.others import others

__all__ = [
    "ALSO",
    "COLUMNS",
    "LINES",
    "Asker",
    "by_iro",
    "figures",
    "others",
    "tiles_between",
    "with_lines",
    "year_start",
]

# What apps above this one count, as tiles(user, on=day); they add to it when they are ready.
ALSO: list[Callable[..., list[dict]]] = []
