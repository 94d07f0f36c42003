"""How old a reader must be for a text: a hint to write plainly, not a measure of the child."""

import re
from dataclasses import dataclass

WORDS = re.compile(r"[^\W\d_]+(?:[\N{RIGHT SINGLE QUOTATION MARK}'-][^\W\d_]+)*")
SENTENCES = re.compile(r"[.!?]+|\n+")
VOWELS = re.compile(r"[aeiouy]+")
FEWEST_WORDS = 30  # below that one long name decides
# School starts at five here, and the formula counts years of school.
FIRST_SCHOOL_YEAR = 5
SHOWN = 8
# Words of three syllables that a child of six knows.
EVERYDAY = frozenset(
    """
    afternoon another anyone anything animal animals banana birthday bicycle computer dinosaur
    every everybody everyone everything family favourite grandmother grandfather holiday
    holidays hospital idea important library medicine nobody november october officer remember
    saturday september december somebody somewhere telephone television tomorrow understand
    yesterday together video independent reviewing decided different
    """.split()  # noqa: SIM905  # one word a line would be longer than the rest
)


@dataclass(frozen=True)
class Reading:
    """The reading age of a text beside its reader's, and what makes it hard."""

    age: int | None
    reader: int
    long_sentences: list[str]
    hard_words: list[str]

    @property
    def is_too_hard(self) -> bool:
        """Whether it reads more than a year above the child."""
        return self.age is not None and self.age > max(self.reader, FIRST_SCHOOL_YEAR) + 1


def reading_for(text: str, *, reader: int, names: str = "") -> Reading:
    """The text against the age in years of the child who reads it; `names` are nobody's fault."""
    most = 14 if reader < 11 else 20  # words a sentence
    known = {name.lower() for name in WORDS.findall(names)}
    hard = [word for word in hard_words(text) if word not in known]
    return Reading(reading_age(text), reader, long_sentences(text, most), hard[: SHOWN * 2])


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


def long_sentences(text: str, most: int) -> list[str]:
    """The sentences of more than so many words, the longest first."""
    sentences = [" ".join(part.split()) for part in SENTENCES.split(text)]
    counted = [(len(WORDS.findall(one)), one) for one in sentences]
    found = sorted((one for one in counted if one[0] > most), key=lambda one: -one[0])
    return [words for _, words in found[:SHOWN]]


def hard_words(text: str) -> list[str]:
    """The long words that are no name and not everyday ones, as they come."""
    found: dict[str, None] = {}
    for match in WORDS.finditer(text):
        word = match[0]
        if word[0].isupper() and not _begins_a_sentence(text, match.start()):
            continue  # a name
        if _syllables(word) >= 3 and word.lower() not in EVERYDAY:
            found.setdefault(word.lower())
    return list(found)


def _begins_a_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t\"'\N{LEFT DOUBLE QUOTATION MARK}#-")
    return not before or before[-1] in ".!?:\n"


def _syllables(word: str) -> int:
    word = word.lower()
    groups = len(VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(groups - silent, 1)
