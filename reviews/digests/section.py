"""A stretch of the weekly mail, and numbers in words."""

from collections import Counter
from dataclasses import dataclass

from iro_service.templatetags.house import counted

A_SECTION_HOLDS = 60  # lines; a longer list is read in the service


@dataclass(frozen=True)
class Section:
    """A heading of the mail with its lines."""

    heading: str
    lines: list[str]


def numbers_in_words(found: Counter) -> str:
    """Write "2 reviews and 1 record of discussion" from numbers by matter's nouns."""
    words = [counted(number, nouns) for nouns, number in found.items() if number]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def shortened(section: Section) -> Section:
    """The section, cut where it would be too long to read in a mail."""
    more = len(section.lines) - A_SECTION_HOLDS
    if more <= 0:
        return section
    lines = [*section.lines[:A_SECTION_HOLDS], f"And {more} more: see the service."]
    return Section(section.heading, lines)
