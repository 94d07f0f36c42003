"""What is promised for the next year."""

from reporting.sections.shape import Part, Section
from reporting.tables.plans import to_come
from reporting.writing import Writing


def section(_figures: dict, writing: Writing) -> Section:
    """The list that the next report opens with."""
    return Section("priorities", [Part(tables=[to_come(writing.priorities)])])
