"""Who managed the unit."""

from reporting.sections.shape import Part, Section
from reporting.tables.unit import managers
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """The managers of the year, and what each answers for."""
    return Section("management", [Part(tables=[managers(figures["unit"])])])
