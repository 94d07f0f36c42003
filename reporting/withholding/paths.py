"""Where a number stands in the figures: its path, and the pattern of several paths."""

from collections.abc import Iterable, Iterator
from typing import Any

Path = tuple[str | int, ...]
Bound = dict[str, str]
EACH, OF_EVERY, KEYED, LAST = "{", "*", "@", "-1"


def numbers(figures: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every number of the figures that is not as published before, with its path.

    What was published at the time is known to everybody and stays as it was.
    """
    if isinstance(figures, dict):
        if figures.get("basis") == "published" and path:
            return
        for key, value in figures.items():
            yield from numbers(value, (*path, key))
    elif isinstance(figures, list):
        for place, value in enumerate(figures):
            yield from numbers(value, (*path, place))
    elif not isinstance(figures, bool | str | None):
        yield path, figures


def matching(figures: Any, pattern: str) -> Iterator[tuple[Path, Bound]]:
    """The paths of a pattern, with what each `{name}` in it stands for.

    Between the dots stands a key or a place, `{name}` for each of them, `*` for all of them, or
    `@key` for the row of a list whose `key` is that; -1 is the last row.
    """
    yield from _matching(figures, pattern.split("."), (), {})


def _matching(here: Any, left: list[str], path: Path, bound: Bound):
    if not left:
        yield path, bound
        return
    step, *rest = left
    for key in _keys(here, step):
        found = {**bound, step[1:-1]: str(key)} if step.startswith(EACH) else bound
        yield from _matching(here[key], rest, (*path, key), found)


def _keys(here: Any, step: str) -> list:
    if isinstance(here, list):
        if step.startswith(KEYED):
            return [n for n, row in enumerate(here) if row.get("key") == step[1:]]
        if step == LAST:
            return [len(here) - 1] if here else []
        every: Iterable = range(len(here))
    elif isinstance(here, dict):
        every = here
    else:
        return []
    if step == OF_EVERY or step.startswith(EACH):
        return list(every)
    return [key for key in every if str(key) == step]


def at(figures: Any, path: Path) -> Any:
    """What stands there."""
    for key in path:
        figures = figures[key]
    return figures


def put(figures: Any, path: Path, value: Any) -> None:
    """Put a value there."""
    at(figures, path[:-1])[path[-1]] = value
