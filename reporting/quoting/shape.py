"""A figure that may be placed in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from reporting.withheld import Withheld
from reporting.written import NOT_KNOWN, number, rate, told

A_WITHHELD_NUMBER = "a withheld number"


@dataclass(frozen=True)
class Quotable:
    """What is typed between the brackets, what the picker calls it, and how it is told."""

    name: str
    words: str
    section: str  # of reporting.outline
    value: Callable[[dict], object]
    written: Callable = number
    is_sentence: bool = False

    def text(self, figures: dict) -> str:
        """The figure as it stands in a sentence.

        Empty for a whole sentence that has nothing to say. Source: the same figures and the same
        rounding as the tables.
        """
        value = self.value(figures)
        if isinstance(value, Withheld):
            return A_WITHHELD_NUMBER
        return NOT_KNOWN if value is None else self.written(value)


@dataclass(frozen=True)
class Place:
    """A place among the figures, such as "timeliness.by_year.-1.reviews"."""

    path: str

    def __call__(self, figures: dict):
        """The figure there.

        None where something on the way is not known; what is withheld on the way stays withheld.
        """
        found = figures
        for step in self.path.split("."):
            if found is None or isinstance(found, Withheld):
                return found
            found = found[int(step)] if isinstance(found, list) else found.get(step)
        return found


def at(path: str) -> Place:
    """The figure at a place."""
    return Place(path)


def counts(section: str, figures: dict[str, tuple[str, str]]) -> list[Quotable]:
    """Counts by their name, each with its words and its place among the figures."""
    return [Quotable(name, words, section, at(path)) for name, (words, path) in figures.items()]


def shares(section: str, figures: dict[str, tuple[str, str]]) -> list[Quotable]:
    """The same for shares in percent."""
    return [
        Quotable(name, words, section, at(path), rate) for name, (words, path) in figures.items()
    ]


def sentence(name: str, words: str, section: str, made: Callable[[dict], str]) -> Quotable:
    """A whole sentence that the figures make."""
    return Quotable(
        f"sentence-{name}",
        words,
        section,
        lambda figures: told(made(figures)),
        str,
        is_sentence=True,
    )
