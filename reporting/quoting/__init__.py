"""Figures that may be placed in a sentence by reference, so that they never disagree."""

from reporting.outline import OUTLINE
from reporting.quoting import (
    advocacy,
    children,
    disputes,
    participation,
    period,
    records,
    team,
    timeliness,
    unit,
    watching,
)
from reporting.quoting.shape import Quotable

OF_EACH = (
    *(period, team, unit, timeliness, participation, records),
    *(disputes, watching, children, advocacy),
)
CATALOGUE: dict[str, Quotable] = {one.name: one for part in OF_EACH for one in part.QUOTABLE}


def quotable(figures: dict) -> dict[str, str]:
    """Each figure by its name, written as it stands in a sentence.

    Takes the figures of an edition (reporting.withholding), so that what is withheld in its tables
    is withheld in its sentences.
    """
    return {name: one.text(figures) for name, one in CATALOGUE.items()}


def by_section() -> dict[str, list[Quotable]]:
    """The figures of each section that has some, in the report's order."""
    found = {heading.id: [one for one in CATALOGUE.values() if one.section == heading.id]
             for heading in OUTLINE}  # fmt: skip
    return {section: some for section, some in found.items() if some}
