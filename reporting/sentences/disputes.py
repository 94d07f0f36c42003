"""Sentences of the concerns IROs raised, and how they ended."""

from disputes.codes import Group, Outcome, Theme
from reporting.withheld import is_withheld, largest
from reporting.written import counted, day, number, rate, sentence, span

NOT_KEPT = "not kept"


def disputes_kept(figures: dict) -> str:
    """That disputes were not kept in the year, or not from its first day."""
    disputes = figures["disputes"]
    name = span(disputes.get("year"))
    if disputes["basis"] != NOT_KEPT:
        if disputes["kept_from"] <= figures["from"]:
            return ""
        return (
            f"Disputes are kept in this service from {day(disputes['kept_from'])}. Concerns of the "
            f"{name} raised before that day are counted as far as they were entered since."
        )
    since = f"; they are from {day(disputes['kept_from'])} on" if disputes["kept_from"] else ""
    entered = disputes["entered_since"]
    return sentence(
        f"Disputes were not kept in this service in this {name}{since}, so none is counted here.",
        f"{counted(entered, 'concern', 'concerns')} of the {name} "
        f"{'was' if entered == 1 else 'were'} entered afterwards, and nobody knows whether "
        f"{'it is the only one' if entered == 1 else 'they are all'}."
        if entered
        else "",
    )


def concerns_raised(disputes: dict) -> str:
    """How many were raised, informally and formally, and for how many children."""
    if disputes["basis"] == NOT_KEPT:
        return ""
    if not disputes["raised"]:
        return f"No concern was raised in the {span(disputes.get('year'))}."
    per_100 = disputes["per_100_children"]
    return sentence(
        f"IROs raised {counted(disputes['raised'], 'concern', 'concerns')} about children's cases"
        + (f", {number(per_100)} for each 100 children looked after." if per_100 else "."),
        f"{number(disputes['informal'])} stayed informal and {number(disputes['formal'])} became "
        f"formal {'dispute' if disputes['formal'] == 1 else 'disputes'}.",
        "Raising concerns is the IRO's duty: a high number is not a bad one.",
    )


def themes_of_concerns(disputes: dict) -> str:
    """Delay beside practice, and the theme raised most."""
    if not disputes["raised"]:
        return ""
    groups, themes = disputes["by_group"], disputes["by_theme"]
    top = largest(themes, disputes["raised"])
    often = ""
    if top:
        often = f"The theme raised most was {_lower(Theme(top).label)} ({number(themes[top])})."
    raised = [n for n in themes.values() if n]
    return sentence(
        f"{_were(groups[Group.DELAY])} about delay and {_were(groups[Group.PRACTICE])} about "
        "practice.",
        often,
        "By single theme the numbers are too small for a public document."
        if raised and all(map(is_withheld, raised))
        else "",
    )


def how_disputes_ended(disputes: dict) -> str:
    """How many were settled, and how."""
    if disputes["basis"] == NOT_KEPT:
        return ""
    if not disputes["settled"]:
        return f"No dispute was settled in the {span(disputes.get('year'))}."
    outcomes = disputes["by_outcome"]
    upheld = outcomes[Outcome.UPHELD] + outcomes[Outcome.PARTLY]
    return (
        f"{counted(disputes['settled'], 'dispute was', 'disputes were')} settled in the "
        f"{span(disputes.get('year'))}. "
        f"{_were(upheld)} upheld or partly upheld, {_were(outcomes[Outcome.NOT_UPHELD])} not, "
        f"{_were(outcomes[Outcome.WITHDRAWN])} withdrawn, and for "
        f"{number(outcomes['followed_up'])} what was agreed is still followed up."
    )


def how_long_disputes_took(disputes: dict) -> str:
    """The median and the 90th percentile, and the share within the formal stages' total."""
    if disputes["median_working_days"] is None:
        return ""
    words = (
        "Half of the disputes settled took "
        f"{_days(disputes['median_working_days'])} or fewer from the day they were raised, and "
        f"nine in ten took {_days(disputes['p90_working_days'])} or fewer."
    )
    formal = disputes["formal_settled"]
    if not formal:
        return sentence(words, "None of them was formal.")
    return sentence(
        words,
        f"Of the {counted(formal, 'formal dispute', 'formal disputes')} settled, "
        f"{number(disputes['within_20_working_days'])} "
        f"({rate(disputes['within_20_working_days_percent'])}) took no more than the 20 working "
        "days that the formal stages have together.",
    )


def what_changed(disputes: dict) -> str:
    """Of how many of those closed it is written what changed for the child."""
    closed = disputes.get("closed")
    if not closed:
        return ""
    said = disputes["closed_saying_what_changed"]
    start = f"{counted(closed, 'dispute was', 'disputes were')} closed"
    if said == closed:
        return f"{start}, and of every one it is written what changed for the child."
    return f"{start}; of {number(said)} it is written what changed for the child."


def beside_disputes(figures: dict) -> str:
    """Cafcass, what was open at the end, and the good practice recorded beside it."""
    disputes = figures["disputes"]
    if disputes["basis"] == NOT_KEPT:
        return ""
    referred = disputes["cafcass"]
    return sentence(
        f"{counted(referred, 'dispute was', 'disputes were')} referred to Cafcass."
        if referred
        else "No dispute was referred to Cafcass.",
        f"{counted(disputes['open_at_end'], 'dispute was', 'disputes were')} open on "
        f"{day(figures['as_at'])}.",
        f"In the same time IROs recorded good practice {_times(disputes['good_practice'])}."
        if disputes["good_practice"]
        else "",
    )


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


def _were(n: int) -> str:
    return counted(n, "was", "were")


def _days(days) -> str:
    return "1 working day" if days == 1 else f"{days:g} working days"


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n:,} times")
