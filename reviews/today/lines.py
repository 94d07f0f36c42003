"""How six of the figures went over the last months."""

from collections.abc import Callable
from datetime import date

# What apps above this one draw beside a figure, as lines(on=day) by the figure's key; they add
# to it when they are ready.
LINES: list[Callable[..., dict[str, dict]]] = []


def with_lines(tiles: list[dict], *, on: date) -> tuple[list[dict], list[dict]]:
    """The figures that have a line, in the order of the lines, and the others."""
    lines = {key: line for drawn in LINES for key, line in drawn(on=on).items()}
    by_key = {tile["key"]: tile for tile in tiles if tile.get("key") in lines}
    lined = [by_key[key] | {"line": line} for key, line in lines.items() if key in by_key]
    return lined, [tile for tile in tiles if tile.get("key") not in by_key]
