"""Posts and caseloads."""

from reporting import drawings, sentences, tables
from reporting.sections.shape import Part, Section


def section(figures: dict) -> Section:
    """Posts and caseloads on the day."""
    caseload = figures["caseload"]
    return Section(
        "team",
        "Team and caseload",
        [
            Part("Posts", [sentences.posts(caseload)]),
            Part(
                "Caseload",
                [
                    sentences.average_caseload(caseload),
                    sentences.over_limit(caseload),
                    caseload["definition"],
                ],
                [drawings.caseloads(figures)],
                [tables.caseloads(caseload)],
            ),
        ],
    )
