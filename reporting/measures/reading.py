"""How a measure reads its three values from the figures."""

from collections.abc import Callable

from reporting.measures.shape import Three

Read = Callable[[dict], Three]


def by_year(block: str, name: str) -> Read:
    """From a block that tells three years itself."""
    return lambda figures: [year[name] for year in figures[block]["by_year"]]


def earlier(block: str, name: str) -> Read:
    """From a block that tells one year; the two before it are told under `earlier`."""

    def read(figures: dict) -> Three:
        return [*(year[block][name] for year in figures["earlier"]), figures[block][name]]

    return read
