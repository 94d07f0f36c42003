"""The tables of why reviews were late, and of first, second and later reviews."""

from reporting.percent import percent
from reporting.sentences.lateness import held_late
from reporting.tables.shape import Table, column
from reporting.written import number, rate


def late_reasons(timeliness: dict) -> Table | None:
    """Late reviews by reason."""
    rows = timeliness["late_reasons"]
    if not rows:
        return None
    late = held_late(timeliness)
    return Table(
        "late-reasons",
        "Why reviews were held late",
        [column("Reason", numeric=False), column("Reviews"), column("Share")],
        [
            [row["reason"], number(row["reviews"]), rate(percent(row["reviews"], late))]
            for row in rows
        ],
        ["All late reviews", number(late), "100.0%"],
    )


def by_kind(timeliness: dict) -> Table | None:
    """First, second and later reviews."""
    rows = timeliness["by_kind"]
    if not rows:
        return None
    return Table(
        "reviews-by-kind",
        "Reviews held and in timescale, by kind of review",
        [
            column("Kind", numeric=False), column("Held"), column("In timescale"),
            column("Late"), column("Share"),
        ],
        [
            [row["kind"], number(row["reviews"]), number(row["in_timescale"]),
             number(row.get("late")), rate(row["percent"])]
            for row in rows
        ],
    )  # fmt: skip
