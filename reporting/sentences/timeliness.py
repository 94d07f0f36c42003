"""Sentences of the reviews held in timescale."""

from reporting.sentences.change import against
from reporting.written import counted, month, number, rate, year


def in_timescale(timeliness: dict) -> str:
    """Reviews held and in timescale in the year, against the year before."""
    now, before = timeliness["by_year"][-1], timeliness["by_year"][-2]
    if now["reviews"] is None:
        return f"How many reviews were held in {year(now['year'])} is not known."
    if not now["reviews"]:
        return "No review was held in the year."
    start = (
        f"{counted(now['reviews'], 'review was', 'reviews were')} held in the year, and "
        f"{number(now['in_timescale'])} of them ({rate(now['percent'])}) in timescale"
    )
    return f"{start}{against(now['percent'], before['percent'])}."


def best_and_worst_month(months: list[dict], percent) -> str:
    """The months with the highest and the lowest share in timescale."""
    known = [(percent(m["in_timescale"], m["reviews"]), m["month"]) for m in months if m["reviews"]]
    if len(known) < 2:
        return ""
    best, worst = max(known, key=lambda m: m[0]), min(known, key=lambda m: m[0])
    if best[0] == worst[0]:
        return f"Every month stood at {rate(best[0])}."
    return (
        f"The best month was {month(best[1])} ({rate(best[0])}), "
        f"the weakest {month(worst[1])} ({rate(worst[0])})."
    )


def by_child(timeliness: dict) -> str:
    """The second measure: children all of whose reviews were in timescale."""
    children = timeliness["by_child"]
    if not children["children"]:
        return ""
    return (
        f"Counted by child and not by review: {number(children['every_review_in_timescale'])} of "
        f"{counted(children['children'], 'child', 'children')} ({rate(children['percent'])}) had "
        "every review of the year in timescale."
    )
