"""The sections of the annual report, in their order."""

from reporting.sections import (
    children,
    forms_and_records,
    notes,
    participation,
    service,
    summary,
    team,
    timeliness,
)

IN_ORDER = (
    summary,
    service,
    team,
    timeliness,
    participation,
    forms_and_records,
    children,
    notes,
)
