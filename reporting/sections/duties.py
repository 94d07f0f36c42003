"""What the law asks of an IRO: the text that is provided."""

from reporting.sections.shape import Section
from reporting.writing import Writing


def section(_figures: dict, _writing: Writing) -> Section:
    """The provided text, unless people wrote their own."""
    return Section("duties", prose="reporting/prose/duties.html")
