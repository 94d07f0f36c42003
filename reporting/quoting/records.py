"""Outcome forms and records of discussion, in sentences."""

from reporting import sentences
from reporting.quoting.shape import counts, sentence, shares

HERE = "records"

QUOTABLE = [
    *counts(
        HERE,
        {
            "outcome-forms-owed": ("Outcome forms owed", "outcome_forms.due"),
            "outcome-forms-in-time": ("Outcome forms in 24 hours", "outcome_forms.within_24_hours"),
            "outcome-forms-late": ("Outcome forms late", "outcome_forms.late"),
            "outcome-forms-outstanding": (
                "Outcome forms outstanding",
                "outcome_forms.outstanding",
            ),
            "records-owed": ("Records of discussion owed", "records.due"),
            "records-in-time": ("Records completed in time", "records.completed_in_time"),
            "records-late": ("Records completed late", "records.completed_late"),
            "records-outstanding": ("Records outstanding", "records.outstanding"),
            "records-sent-in-time": ("Records sent in time", "records.distributed_in_time"),
        },
    ),
    *shares(
        HERE,
        {
            "outcome-forms-in-time-percent": (
                "Share of outcome forms in 24 hours",
                "outcome_forms.percent",
            ),
            "decisions-in-time-percent": (
                "Share of decisions sent in 5 working days",
                "decisions.percent",
            ),
            "records-in-time-percent": (
                "Share of records completed in time",
                "records.completed_in_time_percent",
            ),
            "records-sent-in-time-percent": (
                "Share of records sent in time",
                "records.distributed_in_time_percent",
            ),
        },
    ),
    sentence(
        "outcome-forms",
        "Outcome forms in 24 hours",
        HERE,
        lambda figures: sentences.outcome_forms(figures["outcome_forms"]),
    ),
    sentence(
        "records",
        "Records completed in time",
        HERE,
        lambda figures: sentences.records(figures["records"]),
    ),
    sentence(
        "records-sent",
        "Records sent in time",
        HERE,
        lambda figures: sentences.records_sent(figures["records"]),
    ),
]
