"""The sections of a report: what each makes of the figures and of what people wrote."""

from collections.abc import Callable

from reporting.outline import OUTLINE
from reporting.sections import (
    children,
    disabled,
    disputes,
    duties,
    forms_and_records,
    notes,
    participation,
    purpose,
    summary,
    support,
    team,
    timeliness,
    uasc,
)
from reporting.sections.shape import Section
from reporting.writing import Writing

Maker = Callable[[dict, Writing], Section]
MADE: dict[str, Maker] = {
    "summary": summary.section,
    "purpose": purpose.section,
    "duties": duties.section,
    "team": team.section,
    "timeliness": timeliness.section,
    "participation": participation.section,
    "records": forms_and_records.section,
    "disputes": disputes.section,
    "children": children.section,
    "disabled": disabled.section,
    "uasc": uasc.section,
    "advocacy": support.section,
    "notes": notes.section,
}


def every_section(figures: dict, writing: Writing) -> list[Section]:
    """Each section of the outline in its order; those that nothing is made for hold words only."""
    return [
        MADE[heading.id](figures, writing) if heading.id in MADE else Section(heading.id)
        for heading in OUTLINE
    ]
