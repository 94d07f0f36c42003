"""Reviews held, in time and late; plans for permanence; parents and carers."""

_YEAR, _MONTH, _KIND = "by_year.{y}", "by_year.{y}.by_month.{m}", "by_kind.{k}"
TIMELINESS = (
    *(
        f"{one}.reviews = {one}.in_timescale + {one}.due_day_not_known + ?{one}.late"
        for one in (_YEAR, _MONTH, _KIND)
    ),
    *(
        f"{_YEAR}.{what} = {_YEAR}.by_month.*.{what}"
        for what in ("reviews", "in_timescale", "due_day_not_known")
    ),
    *(
        f"by_year.-1.{what} = by_kind.*.{what}"
        for what in ("reviews", "in_timescale", "due_day_not_known")
    ),
    f"{_KIND}.reviews = {_KIND}.in_timescale + {_KIND}.due_day_not_known + {_KIND}.late",
    "adjourned.reviews = adjourned.in_time + adjourned.late + adjourned.not_completed",
    "adjourned.percent from adjourned.in_time, adjourned.reviews",
    "?by_year.2.late = late_reasons.*.reviews",
    f"{_YEAR}.percent from {_YEAR}.reviews, {_YEAR}.in_timescale, {_YEAR}.due_day_not_known",
    f"{_KIND}.percent from {_KIND}.reviews, {_KIND}.in_timescale, {_KIND}.due_day_not_known",
    "days_late.median from ?by_year.2.late",
    "days_late.longest from ?by_year.2.late",
    "by_child.children = by_child.every_review_in_timescale + by_child.due_day_not_known"
    " + ?by_child.late",
    "by_child.percent from by_child.children, by_child.every_review_in_timescale, "
    "by_child.due_day_not_known",
)

PERMANENCE = (
    "second_reviews = with_plan + none_yet + not_recorded",
    "with_plan = by_plan.*",
    "percent from with_plan, second_reviews",
    "percent_of_recorded from with_plan, second_reviews, not_recorded",
)

PARENTS = tuple(
    line
    for who in ("parents", "carers")
    for line in (
        f"reviews = {who}.came + {who}.views + {who}.neither + {who}.not_appropriate"
        f" + {who}.not_recorded",
        f"{who}.took_part = {who}.came + {who}.views",
        f"{who}.percent from {who}.took_part, {who}.not_appropriate, reviews",
        f"{who}.percent_of_recorded from {who}.took_part, {who}.not_appropriate, "
        f"{who}.not_recorded, reviews",
    )
)
