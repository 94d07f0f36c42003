"""Posts and caseloads."""

from reporting import drawings, sentences, tables
from reporting.drawings.team import caseload_months
from reporting.sections.shape import Part, Section
from reporting.sentences.team import weighted_caseload
from reporting.tables.team import caseload_months as month_table
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """Posts and caseloads on the day."""
    caseload = figures["caseload"]
    return Section(
        "team",
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
            Part(
                "Caseload by month",
                [weighted_caseload(caseload)],
                [caseload_months(figures)],
                [month_table(caseload)],
            ),
        ],
    )
