"""The small tables of how late reviews were, and of those adjourned."""

from reporting.sentences.lateness import held_late
from reporting.tables.shape import Table, column, of_whole
from reporting.written import fewest, number


def days_late(timeliness: dict) -> Table | None:
    """How many were late, and the middle and the longest delay."""
    late = timeliness["days_late"]
    if late["median"] is None:
        return None
    return Table(
        "days-late",
        "Days from the day due to the day held, reviews held late",
        [column("Late reviews"), column("Median days late"), column("Longest, days late")],
        [[number(held_late(timeliness)), fewest(late["median"]), fewest(late["longest"])]],
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
