"""The children looked after."""

from reporting import drawings, sentences, tables
from reporting.percent import percent
from reporting.sections.shape import Part, Section
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """Who they are, and how many came and left."""
    cohort = figures["cohort"]
    counts, starts = cohort["status_before"], cohort["starts"]
    shares = {status: percent(n, starts) for status, n in counts.items()}
    return Section(
        "children",
        [
            Part(
                "How many",
                [sentences.looked_after(cohort), sentences.starts_and_ends(cohort)],
                charts=[drawings.totals(figures)],
                tables=[tables.totals(cohort)],
            ),
            Part(
                "District",
                charts=[drawings.districts(figures)],
                tables=[tables.districts_by_sex(cohort), tables.districts_by_age(cohort)],
            ),
            Part(
                "Age and sex",
                charts=[drawings.ages(figures)],
                tables=[tables.age(cohort), tables.sex(cohort)],
            ),
            Part("Ethnicity", tables=[tables.ethnicity(cohort)]),
            Part("Legal status", tables=[tables.legal_status(cohort)]),
            Part(
                "Placement",
                [sentences.residential(cohort)],
                charts=[drawings.placements(figures)],
                tables=[
                    tables.placement(cohort),
                    tables.provider(cohort),
                    tables.residential(cohort),
                ],
            ),
            Part(
                "Before coming into care",
                [sentences.status_before(cohort, shares)],
                tables=[tables.status_before(cohort)],
            ),
            Part(
                "Why care ended",
                [sentences.why_care_ended(cohort)],
                tables=[tables.ends_by_reason(cohort)],
            ),
        ],
        new_page=True,
    )
