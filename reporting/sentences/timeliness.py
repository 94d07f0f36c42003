"""Sentences of the reviews held in timescale."""

from reporting.percent import share_in_timescale
from reporting.sentences.change import against
from reporting.withheld import is_withheld
from reporting.written import counted, during, month, number, rate, span


def in_timescale(timeliness: dict) -> str:
    """Reviews held and in timescale in the year, against the year before."""
    now, before = timeliness["by_year"][-1], timeliness["by_year"][-2]
    if now["reviews"] is None:
        return f"How many reviews were held {during(now['year'])} is not known."
    if not now["reviews"]:
        return f"No review was held in the {span(now['year'])}."
    held = counted(now["reviews"], "review was", "reviews were")
    if now["percent"] is None:
        return f"{held} held in the {span(now['year'])}; of none is it known by when it was due."
    start = (
        f"{held} held in the {span(now['year'])}, and {number(now['in_timescale'])} of "
        f"{'those whose due day is known' if now.get('due_day_not_known') else 'them'} "
        f"({rate(now['percent'])}) in timescale"
    )
    return f"{start}{against(now['percent'], before['percent'])}."


def best_and_worst_month(months: list[dict]) -> str:
    """The months with the highest and the lowest share in timescale."""
    shares = [(share_in_timescale(one), one["month"]) for one in months]
    known = [(share, name) for share, name in shares if share is not None]
    if len(known) < 2 or any(is_withheld(share) for share, _ in known):
        return ""  # of what is not told, none may be the best or the weakest
    best, worst = max(known, key=lambda m: m[0]), min(known, key=lambda m: m[0])
    if best[0] == worst[0]:
        return f"Every month stood at {rate(best[0])}."
    return (
        f"The best month was {month(best[1])} ({rate(best[0])}), "
        f"the weakest {month(worst[1])} ({rate(worst[0])})."
    )


def due_days_not_known(timeliness: dict) -> str:
    """How many reviews are neither in time nor late; empty where there are none."""
    not_known = timeliness["by_year"][-1].get("due_day_not_known")
    if not not_known:
        return ""
    return (
        f"Of {counted(not_known, 'review', 'reviews')} it is not known by when "
        f"{'it was' if not_known == 1 else 'they were'} due: the records brought in from "
        "another system do not hold what came before."
    )


def by_child(timeliness: dict) -> str:
    """The second measure: children all of whose reviews were in timescale."""
    children = timeliness["by_child"]
    if not children["children"]:
        return ""
    known = children["children"] - children["due_day_not_known"]
    if not known:
        return ""
    of_known = " for whom that is known" if children["due_day_not_known"] else ""
    return (
        f"Counted by child and not by review: {number(children['every_review_in_timescale'])} of "
        f"{counted(known, 'child', 'children')}{of_known} ({rate(children['percent'])}) had "
        f"every review of the {span(timeliness['by_year'][-1]['year'])} in timescale."
    )
