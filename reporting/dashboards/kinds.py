"""The measures that are shares, and what their tables and lists hold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One share: its part of its whole, and the columns beside it in the table."""

    id: str  # of reporting.measures, which has its target
    words: str
    months: str  # of reporting.monthly.Monthly
    part: str
    whole: str
    columns: dict[str, str]  # counts by name, with their words
    about: str
    states: dict[str, str]  # counts that a state of the list of reviews shows
    now: tuple[str, str, str] | None = None  # words, list and query of what needs somebody now
    tile: str = ""  # its words on the strip, where it has a place there


SHARES = (
    Kind(
        "reviews-in-timescale",
        "Reviews in timescale",
        *("reviews", "in_timescale", "due_day_known"),
        {
            "reviews": "Reviews held",
            "in_timescale": "In timescale",
            "late": "Late",
            "due_day_not_known": "Due day not known",
        },
        "Reviews held on or before the day they were due, of those whose due day is known.",
        {
            "reviews": "held",
            "in_timescale": "held_in_time",
            "late": "held_late",
            "due_day_not_known": "held_due_not_known",
        },
        ("Reviews overdue now", "reviews", "state=overdue"),
        "In timescale",
    ),
    Kind(
        "outcome-forms",
        "Outcome forms within 24 hours",
        *("forms", "in_time", "due"),
        {
            "due": "Forms owed",
            "in_time": "Within 24 hours",
            "late": "Late",
            "outstanding": "Not handed in",
        },
        "Of the forms owed for the month’s reviews, those handed in within 24 hours.",
        {},
        ("Outcome forms owed now", "reviews", "state=form_owed"),
        "Forms in 24 hours",
    ),
    Kind(
        "records",
        "Records completed in 20 working days",
        *("records", "in_time", "due"),
        {
            "due": "Records owed",
            "in_time": "In time",
            "late": "Late",
            "outstanding": "Not completed",
            "overdue": "Of those, overdue",
        },
        "Of the records of the month’s reviews, those completed within 20 working days. A month "
        "is judged when the last of its records is due.",
        {},
        ("Records overdue now", "reviews", "state=record_overdue"),
        "Records in 20 days",
    ),
    Kind(
        "records-sent",
        "Records sent out in 20 working days",
        *("records", "sent_in_time", "due"),
        {"due": "Records owed", "sent_in_time": "Sent in time", "sent_late": "Sent late"},
        "Of the records of the month’s reviews, those sent to the people they are for within 20 "
        "working days.",
        {},
        ("Records to send now", "to_send", ""),
    ),
    Kind(
        "not-recorded",
        "Taking part not recorded",
        *("taking_part", "not_recorded", "everyone"),
        {"everyone": "Reviews, aged 4 and over", "not_recorded": "Not recorded"},
        "Reviews of children aged 4 and over about which nobody has recorded how the child took "
        "part. It can be put right while it is remembered.",
        {},
        ("Reviews with nothing recorded", "reviews", "state=not_recorded"),
        "Taking part not recorded",
    ),
    Kind(
        "took-part-of-recorded",
        "Took part, of those recorded",
        *("taking_part", "participated", "recorded"),
        {
            "recorded": "Recorded",
            "participated": "Took part",
            "not_participated": "Did not take part",
        },
        "Reviews of children aged 4 and over in which the child took part, of those recorded.",
        {},
    ),
    Kind(
        "midway-checks",
        "Midway checks done when due",
        *("checks", "in_time", "due"),
        {
            "due": "Due",
            "in_time": "Done when due",
            "late": "Done late",
            "outstanding": "Not done",
        },
        "Of the midway checks whose half-way day lies in the month, those done by it. What is not "
        "done is a gap in oversight.",
        {},
        ("Children without a footprint for too long", "oversight", ""),
        "Midway checks",
    ),
)
