"""The headline measures, each read from the figures that its section prints."""

from reporting.measures.reading import by_year, earlier
from reporting.measures.shape import Measure
from statute import caseload as law

EVERY = (
    Measure(
        "reviews-in-timescale",
        "Reviews held in timescale",
        *("%", "up", by_year("timeliness", "percent")),
    ),
    Measure("reviews-held", "Reviews held", "", "", by_year("timeliness", "reviews")),
    Measure("children", "Children looked after", "", "", by_year("cohort", "total")),
    Measure(
        "took-part",
        "Took part, of all reviews",
        *("%", "up", by_year("participation", "participated_percent")),
    ),
    Measure(
        "took-part-of-recorded",
        "Took part, of those recorded",
        *("%", "up", by_year("participation", "participated_percent_of_recorded")),
    ),
    Measure(
        "not-recorded",
        "Taking part not recorded",
        *("%", "down", by_year("participation", "not_recorded_percent")),
    ),
    Measure(
        "outcome-forms",
        "Outcome forms within 24 hours",
        *("%", "up", earlier("outcome_forms", "percent")),
    ),
    Measure(
        "records",
        "Records in 20 working days",
        *("%", "up", earlier("records", "completed_in_time_percent")),
    ),
    Measure(
        "records-sent",
        "Records sent out in time",
        *("%", "up", earlier("records", "distributed_in_time_percent")),
        tile=False,
    ),
    Measure(
        "caseload",
        "Children for each full-time IRO post",
        *("", "down", earlier("caseload", "average")),
    ),
    Measure(
        "over-the-highest",
        f"IROs with more than {law.HIGHEST} children for each full-time post",
        *("", "down", earlier("caseload", "over_limit")),
        tile=False,
    ),
    Measure(
        "midway-checks",
        "Midway checks done when due",
        *("%", "up", earlier("oversight", "done_in_time_percent")),
    ),
    # Raising concerns is the job: neither more nor fewer of them is better.
    Measure(
        "concerns",
        "Concerns raised for each 100 children",
        *("", "", earlier("disputes", "per_100_children")),
    ),
    Measure(
        "disputes-in-time",
        "Formal disputes settled in 20 working days",
        *("%", "up", earlier("disputes", "within_20_working_days_percent")),
    ),
)
MEASURES = {measure.key: measure for measure in EVERY}
