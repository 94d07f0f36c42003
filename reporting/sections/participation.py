"""How children took part."""

from reporting import drawings, sentences, tables
from reporting.sections.shape import Part, Section
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """The three states, the codes and both rates."""
    participation = figures["participation"]
    return Section(
        "participation",
        [
            Part(
                words=[
                    "Every review of a child aged 4 or over is counted. A review without a record "
                    "of how the child took part is counted too, and shown apart.",
                    sentences.participated(participation),
                    sentences.of_those_recorded(participation),
                    sentences.attended(participation),
                ],
            ),
            Part(
                "Over three years",
                charts=[drawings.participation(figures)],
                tables=[tables.participation_by_year(participation)],
            ),
            Part("How children took part", tables=[tables.participation_codes(participation)]),
        ],
        new_page=True,
    )
