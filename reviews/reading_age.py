"""How old a reader must be for a text: a hint to write plainly, not a measure of the child."""

import re

WORDS = re.compile(r"[^\W\d_]+(?:[\N{RIGHT SINGLE QUOTATION MARK}'-][^\W\d_]+)*")
SENTENCES = re.compile(r"[.!?]+|\n+")
VOWELS = re.compile(r"[aeiouy]+")
FEWEST_WORDS = 30  # below that one long name decides
# School starts at five here, and the formula counts years of school.
FIRST_SCHOOL_YEAR = 5


def reading_age(text: str) -> int | None:
    """The age in whole years at which the text is read with ease; None when it is too short.

    Source: the Flesch-Kincaid grade (Kincaid and others, 1975), plus five years; syllables are
    counted by groups of vowels, so it is right to about a year.
    """
    words = WORDS.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = max(sum(1 for part in SENTENCES.split(text) if WORDS.search(part)), 1)
    syllables = sum(map(_syllables, words))
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return min(max(round(grade) + FIRST_SCHOOL_YEAR, FIRST_SCHOOL_YEAR), 21)


def _syllables(word: str) -> int:
    word = word.lower()
    groups = len(VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(groups - silent, 1)
