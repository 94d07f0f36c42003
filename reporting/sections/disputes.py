"""How concerns about children's cases were raised and settled."""

from reporting import drawings, sentences, tables
from reporting.sections.shape import Part, Section
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """Raised, about what, how far, how long and how it ended; nothing about single children."""
    disputes = figures["disputes"]
    parts = _parts(figures) if disputes["raised"] or disputes["settled"] else []
    return Section(
        "disputes",
        [
            Part(
                words=[
                    "Where a plan does not meet a child's needs or practice is poor, the IRO must "
                    "raise it, first by word and then through the stages of the council's ladder, "
                    "and may refer the case to Cafcass at any time.",
                    sentences.disputes_kept(figures),
                    sentences.concerns_raised(disputes),
                    sentences.beside_disputes(figures),
                ],
            ),
            *parts,
        ],
        new_page=bool(parts),  # a few lines alone do not fill one
    )


def _parts(figures: dict) -> list[Part]:
    disputes = figures["disputes"]
    return [
        Part("Over three years", tables=[tables.disputes_by_year(disputes)]),
        Part(
            "By month",
            charts=[drawings.concerns_by_month(figures)],
            tables=[tables.disputes_by_month(disputes)],
        ),
        Part(
            "What the concerns were about",
            [sentences.themes_of_concerns(disputes)],
            [drawings.concerns_by_theme(figures)],
            [tables.disputes_by_theme(disputes), tables.disputes_by_team(disputes)],
        ),
        Part(
            "How far they went and how they ended",
            [
                sentences.how_disputes_ended(disputes),
                sentences.how_long_disputes_took(disputes),
                sentences.what_changed(disputes),
            ],
            tables=[
                tables.disputes_by_stage(disputes),
                tables.disputes_by_outcome(disputes),
                tables.dispute_times(disputes),
            ],
        ),
    ]
