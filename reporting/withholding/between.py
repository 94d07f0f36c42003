"""What is the same, or adds up, between one block of the figures and another."""

BETWEEN_BLOCKS = (
    "timeliness.by_year.-1.reviews = audits.reviews_held",
    *(
        f"timeliness.by_month.{{m}}.{what} = timeliness.by_year.-1.by_month.{{m}}.{what}"
        for what in ("reviews", "in_timescale", "due_day_not_known")
    ),
    "timeliness.by_year.-1.reviews = parents_participation.reviews",
    "permanence.second_reviews = timeliness.by_kind.@second_review.reviews",
    "cohort.total = cohort.by_year.-1.total",
    "cohort.total = cohort.totals.-1.total",
    "cohort.total = caseload.children",
    "cohort.total = disputes.children",
    "cohort.total = oversight.children_on_the_day",
    "cohort.previous_total = cohort.by_year.1.total",
    "cohort.previous_total = cohort.totals.4.total",
    "cohort.by_year.0.total = cohort.totals.3.total",
    "earlier.{n}.disputes.per_100_children from disputes.by_year.{n}.raised",
    "earlier.{n}.disputes.within_20_working_days_percent from "
    "disputes.by_year.{n}.within_20_working_days, disputes.by_year.{n}.formal_settled",
    "earlier.{n}.caseload.average from cohort.by_year.{n}.total",
)
