"""Sentences of midway checks, of contacts, and of children without either."""

from reporting.written import counted, day, number, rate

NOT_KEPT = "Midway checks and contacts between reviews were not recorded in the time of this report"


def kept(oversight: dict, first: str) -> str:
    """That oversight was recorded from a day on, where that is not all along."""
    since = oversight["kept_from"]
    if oversight["due"] is None:
        return f"{NOT_KEPT}: they are since {day(since)}." if since else f"{NOT_KEPT}."
    return f"They are recorded since {day(since)}." if since > first else ""


def checks(oversight: dict) -> str:
    """How many midway checks were due and done."""
    due = oversight["due"]
    if due is None:
        return ""
    if not due:
        return "No midway check was due."
    return (
        f"{counted(due, 'midway check was', 'midway checks were')} due. "
        f"{number(oversight['done_in_time'])} ({rate(oversight['done_in_time_percent'])}) were "
        f"done by the day. {number(oversight['done_late'])} were done late. "
        f"{number(oversight['not_done'])} were not done."
    )


def contacts(oversight: dict) -> str:
    """How many contacts were logged, and for how many children none was."""
    total = oversight["contacts"]
    if total is None:
        return ""
    if not total:
        return "No contact between reviews was logged."
    return (
        f"IROs logged {counted(total, 'contact', 'contacts')} between reviews. That is "
        f"{number(oversight['contacts_per_child'])} for each child looked after at some time. "
        f"For {number(oversight['children_without_contact'])} of "
        f"{counted(oversight['children'], 'child', 'children')} no contact was logged."
    )


def gaps(oversight: dict, as_at: str) -> str:
    """Children nobody looked at for three months."""
    if not oversight["children_on_the_day"]:
        return ""
    without = oversight["without_oversight"]
    who = counted(without, "child", "children") if without else "No child"
    return (
        f"{who} looked after on {day(as_at)} had gone more than three months without a review, a "
        "midway check or a contact."
    )
