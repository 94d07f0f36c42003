"""Sentences of who came, who left, and whether children kept their IRO."""

from reporting.written import counted, day, fewest, number, rate


def vacant(team: dict) -> str:
    """The posts established and not filled."""
    if team["fte_vacant"] is None:
        return ""
    if not team["fte_vacant"]:
        return "No post was vacant."
    return f"Posts of {fewest(team['fte_vacant'])} full-time equivalent were vacant."


def turnover(team: dict) -> str:
    """How many IROs started and left."""
    if team["started"] is None:
        return ""
    if not (team["started"] or team["left"]):
        return "No IRO started and none left in the time of this report."
    started = counted(team["started"], "IRO", "IROs") if team["started"] else "No IRO"
    left = number(team["left"]) if team["left"] else "none"
    return f"{started} started and {left} left in the time of this report."


def experience(team: dict) -> str:
    """How many of the team have been in post for two years or more."""
    if not team["iros"]:
        return ""
    long = team["by_length"]["2_to_5"] + team["by_length"]["5_and_over"]
    return (
        f"Of {counted(team['iros'], 'IRO', 'IROs')} in post on {day(team['as_at'])}, "
        f"{number(long) if long else 'none'} had been here for two years or more."
    )


def continuity(team: dict) -> str:
    """How many children kept their IRO all along."""
    kept = team["continuity"]
    if not kept["children"]:
        return ""
    return (
        f"Of {counted(kept['children'], 'child', 'children')} looked after from before the first "
        f"day to the last, {number(kept['same_iro'])} ({rate(kept['same_iro_percent'])}) had the "
        "same IRO all along."
    )


def nobody_said(team: dict) -> str:
    """That the team cannot be set beside the children, where nobody said who they are."""
    if not team["iros"]:
        return ""
    silent = all(team[key]["not_said"] == team["iros"] for key in ("by_sex", "by_ethnic_group"))
    if not silent:
        return (
            "The Handbook asks whether the team reflects the children. IROs are counted by what "
            "they chose to say of themselves."
        )
    return (
        "The Handbook asks whether the team reflects the children. No IRO has said their sex or "
        "ethnicity here, so the team cannot be set beside the children."
    )
