"""Disputes open today, by stage."""

from disputes.patterns import counted_by
from reporting.patterns.seen import Seen
from reporting.patterns.shape import Cell, Table, bars_of, opens


def by_stage(seen: Seen) -> Table:
    """Where the open ones stand, how many have a day that is past, and what is followed up."""
    asked = seen.asked
    everyone = counted_by(seen.open, "stage")
    late = counted_by([one for one in seen.open if one.pk in seen.overdue], "stage")
    agreed = counted_by([one for one in seen.open if one.settled_on], "stage")
    rows = [
        [
            Cell(name),
            opens(asked, everyone[n], f"open, {name}", state="open", stage=str(n)),
            opens(asked, late[n], f"past a day, {name}", overdue="yes", stage=str(n)),
            opens(asked, agreed[n], f"followed up, {name}", state="accepted", stage=str(n)),
        ]
        for n, name in seen.stages.items()
    ]
    return Table(
        "open",
        "Open today, by stage",
        ["Stage", "Open", "Past a day to answer or settle", "Settled, actions followed up"],
        rows if seen.open else [],
        chart=bars_of(
            "open", "Disputes open today, by stage",
            [(row[0].words, row[1].value) for row in rows], "disputes",
        ),
        empty="No dispute is open.",
    )  # fmt: skip
