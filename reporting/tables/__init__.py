"""The report's tables: the same on the page and in the PDF, out of the same figures."""

from reporting.tables.children import (
    age,
    ethnicity,
    legal_status,
    placement,
    provider,
    status_before,
)
from reporting.tables.coming_and_going import ends_by_reason, totals
from reporting.tables.dispute_years import dispute_times, disputes_by_year
from reporting.tables.disputes import (
    disputes_by_month,
    disputes_by_outcome,
    disputes_by_stage,
    disputes_by_team,
    disputes_by_theme,
)
from reporting.tables.districts import districts_by_age, districts_by_sex
from reporting.tables.forms_and_records import (
    decisions,
    outcome_forms,
    records,
    records_sent,
    written_by_month,
)
from reporting.tables.groups import disabled, residential, sex, unaccompanied
from reporting.tables.lateness import adjourned, days_late
from reporting.tables.others_taking_part import parents_and_carers, seen_alone
from reporting.tables.participation import (
    attended_by_year,
    participation_by_child,
    participation_by_year,
)
from reporting.tables.participation_codes import participation_codes
from reporting.tables.reasons_and_kinds import by_kind, late_reasons
from reporting.tables.support import advocacy
from reporting.tables.team import caseloads
from reporting.tables.timeliness import timeliness_by_month

__all__ = [
    "adjourned",
    "advocacy",
    "age",
    "attended_by_year",
    "by_kind",
    "caseloads",
    "days_late",
    "decisions",
    "disabled",
    "dispute_times",
    "disputes_by_month",
    "disputes_by_outcome",
    "disputes_by_stage",
    "disputes_by_team",
    "disputes_by_theme",
    "disputes_by_year",
    "districts_by_age",
    "districts_by_sex",
    "ends_by_reason",
    "ethnicity",
    "late_reasons",
    "legal_status",
    "outcome_forms",
    "parents_and_carers",
    "participation_by_child",
    "participation_by_year",
    "participation_codes",
    "placement",
    "provider",
    "records",
    "records_sent",
    "residential",
    "seen_alone",
    "sex",
    "status_before",
    "timeliness_by_month",
    "totals",
    "unaccompanied",
    "written_by_month",
]
