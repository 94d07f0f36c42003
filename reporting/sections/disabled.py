"""Disabled children among those looked after."""

from reporting import sentences, tables
from reporting.sections.shape import Part, Section
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """How many there are, and who they are."""
    cohort = figures["cohort"]
    return Section(
        "disabled",
        [Part(words=[sentences.disabled_children(cohort)], tables=[tables.disabled(cohort)])],
    )
