"""Sentences of the team's posts and caseloads."""

from reporting.written import counted, day, number, sentence


def average_caseload(caseload: dict) -> str:
    """Children for each full-time post filled on the day."""
    if caseload["children"] is None:
        return f"Caseloads on {day(caseload['as_at'])} are not known."
    if caseload["average"] is None:
        return f"No IRO post was filled on {day(caseload['as_at'])}."
    return (
        f"On {day(caseload['as_at'])} there were "
        f"{counted(caseload['children'], 'child', 'children')} looked after and "
        f"{number(float(caseload['fte_in_post']))} full-time equivalent IRO posts filled: "
        f"{number(caseload['average'])} children for each full-time post. "
        f"The IRO Handbook recommends {caseload['lowest']} to {caseload['highest']}."
    )


def over_limit(caseload: dict) -> str:
    """How many IROs hold more than the Handbook's highest."""
    if not caseload["fte_in_post"]:
        return ""
    unallocated = caseload["unallocated"]
    return sentence(
        f"{over_the_highest(caseload)}.",
        f"{counted(unallocated, 'child', 'children')} had no IRO on that day."
        if unallocated
        else "Every child had an IRO on that day.",
    )


def over_the_highest(caseload: dict) -> str:
    """The same as a message without its full stop, for the chart too."""
    over = caseload["over_limit"]
    who = counted(over, "IRO", "IROs") if over else "No IRO"
    if over and caseload["by_iro"]:  # else nothing is told of single IROs
        who = f"{number(over)} of {counted(len(caseload['by_iro']), 'IRO', 'IROs')}"
    return f"{who} held more than {caseload['highest']} children for each full-time post"


def spread(caseload: dict) -> str:
    """From the smallest caseload to the largest."""
    if caseload["smallest"] is None or caseload["smallest"] == caseload["largest"]:
        return ""
    return (
        f"For each full-time post, caseloads went from {number(caseload['smallest'])} to "
        f"{number(caseload['largest'])} children, with {number(caseload['median'])} in the middle."
    )


def posts(caseload: dict) -> str:
    """Posts established and filled, full-time and part-time."""
    if caseload["children"] is None:
        return ""
    return (
        f"The council has established {number(float(caseload['fte_established']))} full-time "
        f"equivalent IRO posts. On {day(caseload['as_at'])}, "
        f"{number(float(caseload['fte_in_post']))} were filled, by "
        f"{number(caseload['full_time'])} full-time and {number(caseload['part_time'])} "
        "part-time staff."
    )


def weighted_caseload(caseload: dict) -> str:
    """What the children count for by the council's own weights."""
    weighed = caseload["weighted"]
    if not weighed or weighed["average"] is None:
        return ""
    return (
        f"Weighed by how much work each child takes, by the council's own weights, it was "
        f"{number(weighed['average'])} for each full-time post: "
        f"{counted(weighed['siblings'], 'child has', 'children have')} a brother or sister with "
        f"the same IRO, {number(weighed['far'])} live far from home, "
        f"{number(weighed['complex'])} are complex."
    )
