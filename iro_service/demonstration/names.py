"""Invented names, by where a family comes from."""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from iro_service.demonstration.dice import dice
from iro_service.demonstration.profiles import Profile

WORDS = Path(__file__).parent / "words"
# Ethnicity: how many families in a thousand, and whose names.
FAMILIES = {
    "WBRI": (800, "British"),
    "WOTH": (45, "European"),
    "WIRI": (6, "Irish"),
    "WIRT": (8, "Irish"),
    "WROM": (10, "Roma"),
    "MWBC": (30, "Mixed"),
    "MWAS": (18, "Mixed"),
    "MWBA": (8, "Mixed"),
    "MOTH": (12, "Mixed"),
    "APKN": (18, "Pakistani"),
    "AIND": (6, "Indian"),
    "ABAN": (5, "Bangladeshi"),
    "AOTH": (6, "Asian"),
    "BCRB": (9, "Caribbean"),
    "BAFR": (8, "African"),
    "BOTH": (3, "Caribbean"),
    "CHNE": (2, "Chinese"),
    "OOTH": (4, "Arab, Afghan, Kurdish, Turkish"),
    "NOBT": (2, "British"),
}
UNACCOMPANIED = {
    "BAFR": (9, "Horn of Africa"),
    "OOTH": (13, "Arab, Afghan, Kurdish, Turkish"),
    "AOTH": (4, "Vietnamese"),
    "WOTH": (5, "Albanian"),
}


@dataclass(frozen=True)
class Name:
    """A child's name and ethnicity."""

    given: str
    family: str
    ethnicity: str


@lru_cache(maxsize=1)
def banks() -> dict[str, dict[str, list[str]]]:
    """The names to draw from."""
    read = json.loads((WORDS / "names.json").read_text(encoding="utf-8"))
    return {
        people: {kind: words.split() for kind, words in kinds.items()}
        for people, kinds in read.items()
    }


def name_children(profiles: list[Profile]) -> dict[int, Name]:
    """A name for each child; no two children share one, brothers and sisters share the last."""
    chance = dice("names")
    families: dict[int, list[Profile]] = defaultdict(list)
    for profile in profiles:
        families[profile.course.family].append(profile)
    names: dict[int, Name] = {}
    taken: set[tuple[str, str]] = set()
    for family in families.values():
        kinds = UNACCOMPANIED if family[0].unaccompanied else FAMILIES
        ethnicity = chance.choices(list(kinds), [weight for weight, _ in kinds.values()])[0]
        bank = banks()[kinds[ethnicity][1]]
        surname = chance.choice(bank["family"])
        for profile in family:
            given = _unused(bank[profile.sex], surname, taken, chance)
            taken.add((given, surname))
            names[profile.course.number] = Name(given, surname, ethnicity)
    return names


def _unused(given: list[str], surname: str, taken: set[tuple[str, str]], chance: Random) -> str:
    while True:
        name = chance.choice(given)
        if (name, surname) not in taken:
            return name
        if all((other, surname) in taken for other in given):
            given = [f"{first}-{second}" for first in given for second in given if first != second]
