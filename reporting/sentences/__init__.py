"""What the figures say, in sentences made from the figures."""

from reporting.sentences.children import groups_of_children, looked_after
from reporting.sentences.coming_and_going import starts_and_ends, status_before, why_care_ended
from reporting.sentences.disputes import (
    beside_disputes,
    concerns_raised,
    disputes_kept,
    how_disputes_ended,
    how_long_disputes_took,
    themes_of_concerns,
    what_changed,
)
from reporting.sentences.forms_and_records import (
    decisions_sent,
    outcome_forms,
    records,
    records_sent,
)
from reporting.sentences.groups import disabled_children, residential, unaccompanied_children
from reporting.sentences.lateness import adjourned, days_late, late_reasons
from reporting.sentences.participation import (
    attended,
    of_those_recorded,
    parents_and_carers,
    participated,
    seen_alone,
)
from reporting.sentences.summary import unfinished
from reporting.sentences.support import advocacy
from reporting.sentences.team import average_caseload, over_limit, over_the_highest, posts
from reporting.sentences.timeliness import (
    best_and_worst_month,
    by_child,
    due_days_not_known,
    in_timescale,
)

__all__ = [
    "adjourned",
    "advocacy",
    "attended",
    "average_caseload",
    "beside_disputes",
    "best_and_worst_month",
    "by_child",
    "concerns_raised",
    "days_late",
    "decisions_sent",
    "disabled_children",
    "disputes_kept",
    "due_days_not_known",
    "groups_of_children",
    "how_disputes_ended",
    "how_long_disputes_took",
    "in_timescale",
    "late_reasons",
    "looked_after",
    "of_those_recorded",
    "outcome_forms",
    "over_limit",
    "over_the_highest",
    "parents_and_carers",
    "participated",
    "posts",
    "records",
    "records_sent",
    "residential",
    "seen_alone",
    "starts_and_ends",
    "status_before",
    "themes_of_concerns",
    "unaccompanied_children",
    "unfinished",
    "what_changed",
    "why_care_ended",
]
