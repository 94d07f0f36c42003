"""The small tables of how late reviews were, and of those adjourned."""

from reporting.sentences.lateness import held_late
from reporting.tables.shape import Table, column, of_whole
from reporting.written import fewest, number

LATE = "Reviews held late"


def days_late(timeliness: dict) -> Table | None:
    """How many were late, and the middle and the longest delay."""
    late = timeliness["days_late"]
    if late["median"] is None:
        return None
    return Table(
        "days-late",
        "How late the reviews held late were",
        [column("What", numeric=False), column("Number")],
        [
            [LATE, number(held_late(timeliness))],
            ["Median days late", fewest(late["median"])],
            ["Longest, days late", fewest(late["longest"])],
        ],
    )


def adjourned(timeliness: dict) -> Table | None:
    """Adjourned reviews by how they were completed."""
    counts = timeliness.get("adjourned")
    if not counts or not counts["reviews"]:
        return None
    return of_whole(
        "adjourned",
        "Adjourned reviews, by how they were completed",
        {
            "Within 20 working days": counts["in_time"],
            "Later": counts["late"],
            "Not completed": counts["not_completed"],
        },
        counts["reviews"],
        what="Reviews",
        heading="Completed",
        everything="Adjourned",
    )
