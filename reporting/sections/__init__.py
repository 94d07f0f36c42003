"""The sections of the annual report, in their order."""

from reporting.sections import (
    children,
    disputes,
    forms_and_records,
    notes,
    participation,
    service,
    summary,
    support,
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
    disputes,
    children,
    support,
    notes,
)
