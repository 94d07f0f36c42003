"""Training and development."""

from reporting.sections.shape import Part, Section
from reporting.sentences.unit import training as in_words
from reporting.tables.unit import training
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """What the team learned, and what it changes in the work."""
    unit = figures["unit"]
    learned = [(one["title"], one["learned"]) for one in unit["training"] or [] if one["learned"]]
    return Section(
        "development",
        [
            Part(words=[in_words(unit)], tables=[training(unit)]),
            Part("What it changed in the work", notes=learned),
        ],
    )
