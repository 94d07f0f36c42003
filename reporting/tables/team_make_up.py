"""The tables of the team's contracts, its length of service, and who its IROs are."""

from cohort.models import IROPost
from reporting.percent import percent
from reporting.tables.shape import Table, column, of_whole
from reporting.written import day, fewest, number, rate

LENGTHS = {
    "under_1": "Under 1 year",
    "1_to_2": "1 year, but not yet 2",
    "2_to_5": "2 years, but not yet 5",
    "5_and_over": "5 years and over",
}
NOT_SAID = "Not said"
SEXES = {"male": "Male", "female": "Female"}


def contracts(team: dict) -> Table | None:
    """IRO posts by contract."""
    if not team["iros"]:
        return None
    words = dict(IROPost.Contract.choices)
    rows = [(words[key], one["posts"], one["fte"]) for key, one in team["by_contract"].items()]
    return Table(
        "contracts",
        f"IRO posts filled on {day(team['as_at'])}, by contract",
        [column("Contract", numeric=False), column("Posts"), column("Full-time equivalent")],
        [[name, number(posts), fewest(fte)] for name, posts, fte in rows],
        ["Total", number(sum(posts for _, posts, _ in rows)), fewest(sum(f for *_, f in rows))],
    )


def length_of_service(team: dict) -> Table | None:
    """IROs by how long they have been in post without a break."""
    if not team["iros"]:
        return None
    return of_whole(
        "length-of-service",
        f"IROs in post on {day(team['as_at'])}, by length of service",
        {words: team["by_length"][key] for key, words in LENGTHS.items()},
        team["iros"],
        what="IROs",
        heading="Time in post",
    )


def sexes(figures: dict) -> Table | None:
    """The team and the children by sex."""
    team, cohort = figures["team_make_up"], figures["cohort"]
    if not _is_said(team, "by_sex", cohort):
        return None
    rows = [(words, team["by_sex"][key], cohort["by_sex"][key]) for key, words in SEXES.items()]
    silent = (NOT_SAID, team["by_sex"]["not_said"], cohort["by_sex"]["sex_not_known"])
    return _beside("team-by-sex", "by sex", "Sex", [*rows, silent], figures)


def ethnic_groups(figures: dict) -> Table | None:
    """The team and the children by ethnic group."""
    team, cohort = figures["team_make_up"], figures["cohort"]
    if not _is_said(team, "by_ethnic_group", cohort):
        return None
    groups = {**team["by_ethnic_group"]}
    silent = groups.pop("not_said")
    of_children = {**cohort["by_ethnic_group"]}
    rows = [(name, n, of_children.pop(name, 0)) for name, n in groups.items()]
    rows.append((NOT_SAID, silent, sum(of_children.values())))  # refused, or not recorded
    return _beside("team-by-ethnic-group", "by ethnic group", "Ethnic group", rows, figures)


def _is_said(team: dict, key: str, cohort: dict) -> bool:
    """Whether somebody of the team said it; a table of silence would tell nothing."""
    if not team["iros"] or not cohort[key]:
        return False
    return any(n for name, n in team[key].items() if name != "not_said")


def _beside(id: str, what: str, heading: str, rows: list, figures: dict) -> Table:
    iros, children = figures["team_make_up"]["iros"], figures["cohort"]["total"]
    return Table(
        id,
        f"The team beside the children on {day(figures['team_make_up']['as_at'])}, {what}",
        [
            column(heading, numeric=False), column("IROs"), column("Share of IROs"),
            column("Share of children"),
        ],
        [
            [name, number(mine), rate(percent(mine, iros)), rate(percent(theirs, children))]
            for name, mine, theirs in rows
        ],
        ["Total", number(iros), "100.0%", "100.0%" if children else None],
    )  # fmt: skip
