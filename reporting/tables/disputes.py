"""The tables of disputes: stage, theme, outcome, team."""

from disputes.codes import Outcome, Theme
from reporting.tables.shape import Table, column, of_whole
from reporting.withheld import by_size
from reporting.written import month, number, span

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
        ["All", number(disputes["raised"]), number(disputes["good_practice"])],
    )


def disputes_by_stage(disputes: dict) -> Table | None:
    """Concerns by the latest stage they reached."""
    return _of_raised(
        "disputes-by-stage", "by the stage they reached", "Stage", disputes["by_stage"], disputes
    )


def disputes_by_theme(disputes: dict) -> Table | None:
    """Concerns by theme, the most raised first."""
    counts = by_size(
        disputes["by_theme"].items(), lambda pair: pair[1], lambda pair: Theme(pair[0]).label
    )
    words = {Theme(code).label: n for code, n in counts if n}
    return _of_raised("disputes-by-theme", "by theme", "Theme", words, disputes)


def disputes_by_outcome(disputes: dict) -> Table | None:
    """Those settled in the year by how they ended."""
    if not disputes["settled"]:
        return None
    return of_whole(
        "disputes-by-outcome",
        f"Disputes settled in the {span(disputes.get('year'))}, by how they ended",
        {words: disputes["by_outcome"][code] for code, words in OUTCOMES.items()},
        disputes["settled"],
        what="Disputes",
        heading="Outcome",
    )


def disputes_by_team(disputes: dict) -> Table | None:
    """Concerns by team with the rate for each 100 children held."""
    rows = [row for row in disputes["by_team"] or [] if row["raised"]]
    if not rows:
        return None
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
                number(row["raised"]),
                number(row["children"]),
                number(row["per_100_children"]),
            ]
            for row in rows
        ],
        ["All", number(disputes["raised"]), None, None],
        "Children held are the average over the time. A team about which no concern was raised is "
        "left out.",
    )  # fmt: skip


def _of_raised(id, what, heading, counts, disputes) -> Table | None:
    if not disputes["raised"]:
        return None
    caption = f"Concerns raised in the {span(disputes.get('year'))}, {what}"
    return of_whole(id, caption, counts, disputes["raised"], what="Concerns", heading=heading)
