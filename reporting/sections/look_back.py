"""How the priorities of the year before went."""

from reporting.sections.shape import Part, Section
from reporting.tables.plans import looked_back
from reporting.writing import Writing


def section(figures: dict, writing: Writing) -> Section:
    """The list that the report of the year before ended with, looked back on."""
    return Section("look-back", [Part(tables=[looked_back(writing.looked_back, figures)])])
