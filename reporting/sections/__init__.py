"""The sections of a report: what each makes of the figures and of what people wrote."""

from collections.abc import Callable

from reporting.outline import OUTLINE
from reporting.sections import (
    audits,
    children,
    development,
    disabled,
    disputes,
    duties,
    forms_and_records,
    handbook,
    look_back,
    management,
    notes,
    oversight,
    participation,
    priorities,
    purpose,
    summary,
    support,
    team,
    timeliness,
    uasc,
    voice,
)
from reporting.sections.nothings import with_nothings
from reporting.sections.shape import Section
from reporting.writing import Writing

Maker = Callable[[dict, Writing], Section]
MADE: dict[str, Maker] = {
    "summary": summary.section,
    "look-back": look_back.section,
    "purpose": purpose.section,
    "duties": duties.section,
    "management": management.section,
    "team": team.section,
    "timeliness": timeliness.section,
    "participation": participation.section,
    "records": forms_and_records.section,
    "disputes": disputes.section,
    "oversight": oversight.section,
    "children": children.section,
    "disabled": disabled.section,
    "uasc": uasc.section,
    "voice": voice.section,
    "advocacy": support.section,
    "audits": audits.section,
    "development": development.section,
    "priorities": priorities.section,
    "notes": notes.section,
    "handbook": handbook.section,
}


def every_section(figures: dict, writing: Writing) -> list[Section]:
    """Each section of the outline in its order; those that nothing is made for hold words only."""
    return [with_nothings(_made(heading.id, figures, writing), writing) for heading in OUTLINE]


def _made(id: str, figures: dict, writing: Writing) -> Section:
    return MADE[id](figures, writing) if id in MADE else Section(id)
