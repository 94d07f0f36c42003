"""The figures of the public edition, made once out of all of them."""

from copy import deepcopy

from reporting.figures.relations import BY_BLOCK, OF_THESE
from reporting.measures import MEASURES
from reporting.withheld import WITHHELD, by_size, is_withheld
from reporting.withholding.allowed import allowed
from reporting.withholding.between import BETWEEN_BLOCKS
from reporting.withholding.hide import hidden, small
from reporting.withholding.paths import Path, numbers, put
from reporting.withholding.relations import NOT_PRINTED, of_block, rests, sums


def public(figures: dict) -> dict:
    """A copy of the figures in which no count of 1 to 4 is told or can be worked out.

    What is withheld is reporting.withheld.WITHHELD; rows of single IROs are None. Tables, words,
    charts and files made of it cannot disagree about what they tell. Takes what `figures()` gives,
    or the same read back from JSON. Source: docs/decisions/what-the-public-edition-withholds.md.
    """
    told = deepcopy(figures)
    if told.get("caseload"):
        told["caseload"]["by_iro"] = None
    for path in to_withhold(told):
        put(told, path, WITHHELD)
    if told["timeliness"]["late_reasons"]:
        told["timeliness"]["late_reasons"] = by_size(
            told["timeliness"]["late_reasons"],
            lambda row: row["reviews"],
            lambda row: row["reason"],
        )
    if told.get("headline"):
        told["headline"] = [_measured(row, told) for row in told["headline"]]
    return told


def to_withhold(figures: dict) -> set[Path]:
    """The paths of the counts, and of the shares and middle values of them, that are not told."""
    every = {path: n for path, n in numbers(figures) if isinstance(n, int) and not allowed(path)}
    all_relations = every_relation(figures)
    found, counts = sums(figures, all_relations, set(every))
    counts.update(every)
    unknown = hidden(found, counts, small(counts))
    for rest in rests(figures, all_relations):
        if any(path in unknown for path in rest.made_of):
            unknown.add(rest.told)
    return {path for path in unknown if path[0] != NOT_PRINTED}


def every_relation(figures: dict) -> list[str]:
    """What each block of figures says of itself, and what is the same in two of them."""
    found = list(BETWEEN_BLOCKS)
    for block, relations in BY_BLOCK.items():
        found += of_block(block, relations)
    for block, of_these in OF_THESE.items():
        if figures.get(block):
            found += of_block(block, of_these(figures[block]))
    return found


def _measured(row: dict, told: dict) -> dict:
    """A headline measure, read again from what is told."""
    measure = MEASURES.get(row["measure"])
    if measure is None:
        return row
    values = measure.values(told)
    hides = any(is_withheld(value) for value in values)
    met = None if is_withheld(values[-1]) else row["met"]
    return {**row, "values": values, "met": met} if hides else row
