"""The tables of disputes over three years, and of how long they took."""

from reporting.tables.shape import Table, column
from reporting.written import fewest, number, rate, year

ROWS = {
    "Concerns raised": ("raised", number),
    "Stayed informal": ("informal", number),
    "Became formal": ("formal", number),
    "Concerns for each 100 children": ("per_100_children", number),
    "Disputes settled": ("settled", number),
    "Median working days to settle": ("median_working_days", fewest),
    "90th percentile of working days": ("p90_working_days", fewest),
    "Formal disputes settled": ("formal_settled", number),
    "Formal, settled within 20 working days": ("within_20_working_days", number),
    "Share within 20 working days": ("within_20_working_days_percent", rate),
    "Referred to Cafcass": ("cafcass", number),
    "Open at the end": ("open_at_end", number),
}


def disputes_by_year(disputes: dict) -> Table | None:
    """The year's disputes beside those of the two years before it."""
    years = [row for row in disputes.get("by_year") or [] if row["raised"] is not None]
    if not years:
        return None
    missing = len(disputes["by_year"]) > len(years)
    return Table(
        "disputes-by-year",
        "Disputes in figures",
        [column("Measure", numeric=False), *(column(year(row["year"])) for row in years)],
        [[words, *(write(row[key]) for row in years)] for words, (key, write) in ROWS.items()],
        note="Years in which disputes were not kept are left out." if missing else "",
    )


def dispute_times(disputes: dict) -> Table | None:
    """Working days to settle, of all and of the formal ones."""
    if not disputes["settled"]:
        return None
    return Table(
        "dispute-times",
        "Working days to settle a dispute",
        [
            column("Disputes settled", numeric=False), column("Disputes"), column("Median"),
            column("90th percentile"),
        ],
        [
            [
                "All, from the day raised", number(disputes["settled"]),
                fewest(disputes["median_working_days"]), fewest(disputes["p90_working_days"]),
            ],
            [
                "Formal, from the day they became formal", number(disputes["formal_settled"]),
                fewest(disputes["formal_median_working_days"]),
                fewest(disputes["formal_p90_working_days"]),
            ],
        ],
        note="Weekends and bank holidays are left out; nine in ten were settled within the 90th "
        "percentile.",
    )  # fmt: skip
