"""Reviews held in timescale."""

from reporting import drawings, sentences, tables
from reporting.sections.shape import Part, Section
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """Held in timescale, by month, reason and kind."""
    timeliness = figures["timeliness"]
    return Section(
        "timeliness",
        [
            Part(
                words=[
                    "A review is in timescale when it was held on or before the day it was due. "
                    "The day held comes from the outcome form, not from the day the minutes "
                    "were finished.",
                    sentences.in_timescale(timeliness),
                    sentences.best_and_worst_month(timeliness["by_month"]),
                    sentences.due_days_not_known(timeliness),
                ]
            ),
            Part(
                "By month over three years",
                charts=[drawings.timeliness(figures)],
                tables=[tables.timeliness_by_month(timeliness)],
            ),
            Part(
                "Late reviews and their reasons",
                [sentences.late_reasons(timeliness), sentences.days_late(timeliness)],
                tables=[tables.late_reasons(timeliness), tables.days_late(timeliness)],
            ),
            Part(
                "Adjourned reviews",
                [sentences.adjourned(timeliness)],
                tables=[tables.adjourned(timeliness)],
            ),
            Part(
                "By kind of review and by child",
                [sentences.by_child(timeliness)],
                tables=[tables.by_kind(timeliness)],
            ),
        ],
        new_page=True,
    )
