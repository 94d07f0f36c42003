"""Concerns raised and settled, and the good practice recorded beside them."""

from disputes.codes import GROUPS

_YEAR = "by_year.{y}"
DISPUTES = (
    "raised = informal + formal",
    "raised = by_month.*.raised",
    "raised = by_stage.*",
    "raised = by_theme.*",
    "raised = by_group.*",
    "raised = by_team.*.raised",
    *(
        f"by_group.{group.value} = " + " + ".join(f"by_theme.{one.value}" for one in themes)
        for group, themes in GROUPS.items()
    ),
    "good_practice = by_month.*.good_practice",
    "settled = by_outcome.*",
    "closed = closed_saying_what_changed + ?closed_saying_nothing",
    # Over a whole year those open before and those raised are those closed and those open now.
    "?in_hand = raised + by_year.1.open_at_end",
    "?in_hand = closed + open_at_end",
    "settled = formal_settled + ?informal_settled",
    "formal_settled = within_20_working_days + ?over_20_working_days",
    "by_team.{t}.per_100_children from by_team.{t}.raised",
    "per_100_children from raised, children",
    "median_working_days from settled",
    "p90_working_days from settled",
    "formal_median_working_days from formal_settled",
    "formal_p90_working_days from formal_settled",
    "within_20_working_days_percent from within_20_working_days, formal_settled",
    *(
        f"{one} = by_year.-1.{one}"
        for one in (
            *("raised", "informal", "formal", "settled", "formal_settled", "cafcass"),
            *("within_20_working_days", "open_at_end"),
        )
    ),
    f"{_YEAR}.raised = {_YEAR}.informal + {_YEAR}.formal",
    f"{_YEAR}.settled = {_YEAR}.formal_settled + ?{_YEAR}.informal_settled",
    f"{_YEAR}.formal_settled = {_YEAR}.within_20_working_days + ?{_YEAR}.over_20_working_days",
    f"{_YEAR}.per_100_children from {_YEAR}.raised",
    f"{_YEAR}.median_working_days from {_YEAR}.settled",
    f"{_YEAR}.p90_working_days from {_YEAR}.settled",
    f"{_YEAR}.within_20_working_days_percent from {_YEAR}.within_20_working_days, "
    f"{_YEAR}.formal_settled",
)


def concerns(block: dict) -> tuple[str, ...]:
    """What never became formal stands at the first stage."""
    first = next(iter(block["by_stage"] or ()), "")
    return (f"informal = by_stage.{first}",) if first and "." not in first else ()
