"""The tables of disputes: stage, theme, outcome, team."""

from disputes.codes import Outcome, Theme
from reporting.tables.shape import Table, column, of_whole
from reporting.tables.withheld import FEWER, withheld
from reporting.written import month, number

OUTCOMES = {**dict(Outcome.choices), "followed_up": "Agreed, and still followed up"}


def disputes_by_month(disputes: dict) -> Table | None:
    """Concerns and good practice by month."""
    if not disputes["by_month"]:
        return None
    return Table(
        "disputes-by-month",
        "Concerns raised and good practice recorded, by month",
        [column("Month", numeric=False), column("Concerns"), column("Good practice")],
        [
            [month(row["month"]), number(row["raised"]), number(row["good_practice"])]
            for row in disputes["by_month"]
        ],
        ["Year", number(disputes["raised"]), number(disputes["good_practice"])],
    )


def disputes_by_stage(disputes: dict) -> Table | None:
    """Concerns by the latest stage they reached."""
    return _of_raised(
        "disputes-by-stage", "by the stage they reached", "Stage", disputes["by_stage"], disputes
    )


def disputes_by_theme(disputes: dict) -> Table | None:
    """Concerns by theme, the most raised first."""
    counts = sorted(disputes["by_theme"].items(), key=lambda pair: -pair[1])
    words = {Theme(code).label: n for code, n in counts if n}
    return _of_raised("disputes-by-theme", "by theme", "Theme", words, disputes)


def disputes_by_outcome(disputes: dict) -> Table | None:
    """Those settled in the year by how they ended."""
    if not disputes["settled"]:
        return None
    return of_whole(
        "disputes-by-outcome",
        "Disputes settled in the year, by how they ended",
        {words: disputes["by_outcome"][code] for code, words in OUTCOMES.items()},
        disputes["settled"],
        what="Disputes",
        heading="Outcome",
    )


def disputes_by_team(disputes: dict) -> Table | None:
    """Concerns by team with the rate for each 100 children held; small counts withheld.

    None where the total itself is as small: then no row could be withheld.
    """
    if disputes["raised"] < FEWER or not disputes["by_team"]:
        return None
    rows = [row for row in disputes["by_team"] if row["raised"]]
    hidden = withheld([row["raised"] for row in rows])
    return Table(
        "disputes-by-team",
        "Concerns raised, by team",
        [
            column("Team", numeric=False), column("Concerns"), column("Children held"),
            column("For each 100 children"),
        ],
        [
            [
                row["team"] or "No team",
                "Withheld" if n in hidden else number(row["raised"]),
                number(row["children"]),
                "Withheld" if n in hidden else number(row["per_100_children"]),
            ]
            for n, row in enumerate(rows)
        ],
        ["All", number(disputes["raised"]), None, None],
        _note(hidden),
    )  # fmt: skip


def _note(hidden: set[int]) -> str:
    note = (
        "Children held are the average over the year. A team about which no concern was raised is "
        "left out."
    )
    if not hidden:
        return note
    return (
        f"{note} Counts of 1 to {FEWER - 1} are withheld because this report is a public document, "
        "and with them as many more as are needed so that none can be worked out from the total."
    )


def _of_raised(id, what, heading, counts, disputes) -> Table | None:
    if not disputes["raised"]:
        return None
    caption = f"Concerns raised in the year, {what}"
    return of_whole(id, caption, counts, disputes["raised"], what="Concerns", heading=heading)
