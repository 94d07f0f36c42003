"""How children took part."""

from reporting import drawings, sentences, tables
from reporting.sections.shape import Part, Section
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """The three states, the codes, both rates, and who else took part."""
    participation, others = figures["participation"], figures["parents_participation"]
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
                tables=[
                    tables.participation_by_year(participation),
                    tables.attended_by_year(participation),
                ],
            ),
            Part("How children took part", tables=[tables.participation_codes(participation)]),
            Part(
                "Which children took part",
                tables=[
                    tables.participation_by_child(participation, by)
                    for by in ("by_age", "by_ethnic_group", "by_disability")
                ],
            ),
            Part(
                "Seen alone",
                [sentences.seen_alone(participation)],
                tables=[tables.seen_alone(participation)],
            ),
            Part(
                "Parents and carers",
                [sentences.parents_and_carers(others)],
                tables=[tables.parents_and_carers(others)],
            ),
        ],
        new_page=True,
    )
